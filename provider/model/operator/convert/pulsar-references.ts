import type { PulsarReferences, ReferencedAuth, ReferencedTls } from "../../manifest-origin";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";

type PulsarManifest = NonNullable<ComponentManifest["pulsar"]>;
type AuthManifest = NonNullable<PulsarManifest["authConfig"]>;

export const convertPulsar = (pulsar: PulsarManifest = {}): PulsarReferences =>
  stated({
    configMap: pulsar.pulsarConfig ?? "",
    authSecret: pulsar.authSecret,
    tlsSecret: pulsar.tlsSecret,
    auth: convertAuth(pulsar.authConfig),
    tls: convertTls(pulsar.tlsConfig),
  });

/** The same cluster with the credential for cleaning up, where there is one of its own. */
export function convertCleanup(pulsar: PulsarManifest = {}): PulsarReferences | undefined {
  const auth = convertAuth(pulsar.cleanupAuthConfig);
  return auth === undefined ? undefined : { ...convertPulsar(pulsar), auth };
}

/** Of both kinds OAuth2 counts. */
function convertAuth({ oauth2Config: oauth2, genericAuth: generic }: AuthManifest = {}): ReferencedAuth | undefined {
  if (oauth2 !== undefined) {
    const { issuerUrl = "", audience = "", scope, keySecretName = "", keySecretKey = "" } = oauth2;
    return stated({
      kind: "oauth2" as const,
      issuerUrl,
      audience,
      scope,
      key: { secret: keySecretName, key: keySecretKey },
    });
  }
  if (generic === undefined) return undefined;
  const { clientAuthenticationPlugin: plugin = "", clientAuthenticationParameters: params = "" } = generic;
  return { kind: "plugin", plugin, params };
}

function convertTls(tls: PulsarManifest["tlsConfig"]): ReferencedTls | undefined {
  if (tls === undefined) return undefined;
  const { certSecretName: secret, certSecretKey: key } = tls;
  return stated({
    enabled: tls.enabled ?? false,
    allowInsecure: tls.allowInsecure ?? false,
    verifyHostname: tls.hostnameVerification ?? false,
    trustCerts: secret === undefined || key === undefined ? undefined : { secret, key },
  });
}
