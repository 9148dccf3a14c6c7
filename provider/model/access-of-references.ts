import { authenticationPlugins } from "./authentication-plugins";
import type { AccessUse } from "./access-of-connection";
import { secretVariables } from "./access-of-connection";
import type { AccessSpot } from "./access-spot";
import { paramsArgument, paramsInVariable } from "./credential-files";
import type { EnvFromSource, EnvVar, Volume, VolumeMount } from "./kubernetes-types";
import { literalArgument, variableArgument } from "./literal-argument";
import type { PulsarReferences, ReferencedAuth, SecretKey } from "./manifest-origin";
import { oauth2Auth, readOAuth2 } from "./oauth2-parameters";
import { oauth2Volume, trustCertsVolume } from "./own-volumes";
import type { AccessAuth, AccessNames, AccessTls, PulsarAccess } from "./pulsar-access";
import { tlsVariables } from "./tls-defaults";

/** What a part of an access adds to the container. */
type Additions = Pick<PulsarAccess, "env" | "envFrom" | "volumes" | "mounts">;

const nothing: Additions = { env: [], envFrom: [], volumes: [], mounts: [] };

/** Access by ConfigMaps and Secrets of an operator manifest, which exist already and whose contents nobody here knows. */
export function accessOfReferences(
  references: PulsarReferences,
  use: AccessUse & { readonly clusterName: string },
  names: AccessNames,
): PulsarAccess {
  const parts = [
    { ...nothing, envFrom: [{ configMapRef: { name: references.configMap } }] },
    authAdditions(references, use, names),
    tlsAdditions(references, use.spot, names),
  ];
  const auth = authOf(references, use.spot);
  const tls = tlsOf(references, use.spot);
  return {
    clusterName: literalArgument(use.clusterName),
    serviceUrl: variableArgument("brokerServiceURL"),
    ...(use.protocol === "web" ? { webServiceUrl: variableArgument("webServiceURL") } : {}),
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
    env: parts.flatMap(({ env }) => env),
    envFrom: parts.flatMap(({ envFrom }): readonly EnvFromSource[] => envFrom),
    volumes: parts.flatMap(({ volumes }) => volumes),
    mounts: parts.flatMap(({ mounts }) => mounts),
  };
}

/** What the member's credentials Secret holds for it, by key. */
export function referencesFiles(
  { auth }: PulsarReferences,
  { reader, spot }: AccessUse,
): Readonly<Record<string, string>> {
  if (auth?.kind !== "plugin") return {};
  const { files } = paramsInVariable(auth.params, reader);
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${spot.keys}${file}`, text]));
}

function authOf({ auth, authSecret }: PulsarReferences, spot: AccessSpot): AccessAuth | undefined {
  if (auth !== undefined) return statedAuth(auth, spot);
  if (authSecret === undefined) return undefined;
  return {
    plugin: variableArgument("clientAuthenticationPlugin"),
    params: { kind: "argument", text: variableArgument("clientAuthenticationParameters") },
  };
}

function statedAuth(auth: ReferencedAuth, spot: AccessSpot): AccessAuth {
  switch (auth.kind) {
    case "oauth2": {
      const { issuerUrl, audience, scope, key } = auth;
      const stated = { issuerUrl, audience, ...(scope === undefined ? {} : { scope }) };
      return oauth2Auth({ ...stated, keyFile: `${spot.oauth2}/${key.key}` });
    }
    case "plugin": {
      const oauth2 = auth.plugin === authenticationPlugins.oauth2 ? readOAuth2(auth.params) : undefined;
      return {
        plugin: literalArgument(auth.plugin),
        params: { kind: "argument", text: paramsArgument },
        ...(oauth2 === undefined ? {} : { oauth2 }),
      };
    }
  }
}

function authAdditions(
  { auth, authSecret }: PulsarReferences,
  { reader, spot }: AccessUse,
  names: AccessNames,
): Additions {
  switch (auth?.kind) {
    case "oauth2":
      return secretFile(oauth2Volume(spot.volumes), spot.oauth2, auth.key);
    case "plugin":
      return { ...nothing, env: secretVariables(paramsInVariable(auth.params, reader).variables, spot, names) };
    case undefined:
      return authSecret === undefined ? nothing : { ...nothing, envFrom: [{ secretRef: { name: authSecret } }] };
  }
}

function tlsOf({ tls, tlsSecret }: PulsarReferences, spot: AccessSpot): AccessTls | undefined {
  if (tls !== undefined) {
    if (!tls.enabled) return undefined;
    const { trustCerts } = tls;
    return {
      allowInsecure: String(tls.allowInsecure),
      verifyHostname: String(tls.verifyHostname),
      ...(trustCerts === undefined ? {} : { trustCertsPath: literalArgument(`${spot.trustCerts}/${trustCerts.key}`) }),
    };
  }
  if (tlsSecret === undefined) return undefined;
  return {
    allowInsecure: variableArgument(tlsVariables.allowInsecure),
    verifyHostname: variableArgument(tlsVariables.verifyHostname),
    trustCertsPath: variableArgument(tlsVariables.trustCertsPath),
  };
}

function tlsAdditions({ tls, tlsSecret }: PulsarReferences, spot: AccessSpot, { tlsDefaults }: AccessNames): Additions {
  if (tls !== undefined) {
    if (!tls.enabled || tls.trustCerts === undefined) return nothing;
    return secretFile(trustCertsVolume(spot.volumes), spot.trustCerts, tls.trustCerts);
  }
  if (tlsSecret === undefined) return nothing;
  return {
    ...nothing,
    // The first are what the Secret may leave out. With the second the pod waits until there is a Secret.
    envFrom: [
      ...(tlsDefaults === undefined ? [] : [{ configMapRef: { name: tlsDefaults } }]),
      { secretRef: { name: tlsSecret } },
    ],
    // Whatever else has keys of these names.
    env: Object.values(tlsVariables).map((key): EnvVar => ({
      name: key,
      valueFrom: { secretKeyRef: { name: tlsSecret, key, optional: true } },
    })),
  };
}

/** One key of a Secret as a file of the same name in a directory. */
function secretFile(name: string, mountPath: string, { secret, key }: SecretKey): Additions {
  const volume: Volume = {
    name,
    secret: { secretName: secret, defaultMode: 0o440, items: [{ key, path: key }] },
  };
  const mount: VolumeMount = { name, mountPath, readOnly: true };
  return { ...nothing, volumes: [volume], mounts: [mount] };
}
