import { flag, object, text } from "./shape";

const authConfig = object({
  oauth2Config: object(
    { audience: text, issuerUrl: text, scope: text, keySecretName: text, keySecretKey: text },
    "audience",
    "issuerUrl",
    "keySecretName",
    "keySecretKey",
  ),
  genericAuth: object(
    { clientAuthenticationPlugin: text, clientAuthenticationParameters: text },
    "clientAuthenticationPlugin",
    "clientAuthenticationParameters",
  ),
});

/** `pulsar` and `pulsarPackageService`. */
export const pulsarShape = object({
  pulsarConfig: text,
  authSecret: text,
  tlsSecret: text,
  authConfig,
  cleanupAuthConfig: authConfig,
  tlsConfig: object({
    enabled: flag,
    allowInsecure: flag,
    hostnameVerification: flag,
    certSecretName: text,
    certSecretKey: text,
  }),
});
