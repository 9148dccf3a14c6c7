import { authenticationPlugins } from "../model/authentication-plugins";
import type { EnvVar } from "../model/kubernetes-types";
import type { AccessAuth, AccessNames, PulsarAccess } from "../model/pulsar-access";
import { tlsVariables } from "../model/tls-defaults";

type Variables = Readonly<Record<string, string | undefined>>;

/** The variable with the token, for the one that wants it with a word before it. */
const tokenVariable = "CLIENT_AUTH_TOKEN";

/**
 * What the log shipper's image reads from its environment. What comes from ConfigMaps and Secrets of a manifest has these
 * names already; a variable that would refer to itself is left out.
 */
export function shipperVariables({ serviceUrl, auth, tls }: PulsarAccess, names: AccessNames): readonly EnvVar[] {
  const variables: Variables = {
    brokerServiceURL: serviceUrl,
    ...(auth === undefined ? {} : authVariables(auth)),
    ...(tls === undefined
      ? {}
      : {
          [tlsVariables.allowInsecure]: tls.allowInsecure,
          [tlsVariables.verifyHostname]: tls.verifyHostname,
          [tlsVariables.trustCertsPath]: tls.trustCertsPath,
        }),
  };
  const stated = Object.entries(variables).flatMap(([name, value]): readonly EnvVar[] =>
    value === undefined || value === `$(${name})` ? [] : [{ name, value }],
  );
  return auth !== undefined && isTokenFile(auth) ? [...tokenEnv(names), ...stated] : stated;
}

function authVariables(auth: AccessAuth): Variables {
  const { oauth2, plugin, params } = auth;
  if (oauth2 !== undefined)
    return {
      oauth2Enabled: "true",
      oauth2IssuerUrl: oauth2.issuerUrl,
      oauth2Audience: oauth2.audience,
      oauth2PrivateKey: oauth2.keyFile,
      oauth2Scope: oauth2.scope,
    };
  const text = params.kind === "argument" ? params.text : undefined;
  return {
    clientAuthenticationPlugin: plugin,
    clientAuthenticationParameters: isTokenFile(auth) ? `token:$(${tokenVariable})` : text,
  };
}

/** It takes a token only as it is, so a new one reaches it when it is started again. */
const isTokenFile = ({ plugin, params }: AccessAuth): boolean =>
  plugin === authenticationPlugins.token && params.kind === "argument" && params.text.startsWith("file://");

const tokenEnv = ({ credentials }: AccessNames): readonly EnvVar[] =>
  credentials === undefined
    ? []
    : [{ name: tokenVariable, valueFrom: { secretKeyRef: { name: credentials, key: "token" } } }];
