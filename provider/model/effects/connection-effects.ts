import type {
  BasicAuthSpec,
  ClientCertificateSpec,
  OAuth2Spec,
  PulsarAuthSpec,
  PulsarLimitsSpec,
  PulsarTlsSpec,
} from "../pulsar-cluster";
import { type EffectsOf, file } from "./effect";

/** What pods cannot use (FM073) changes none. */
const basicEffects: EffectsOf<BasicAuthSpec> = { username: "none", password: "none" };

const certificateEffects: EffectsOf<ClientCertificateSpec> = { cert: file, key: file };

const oauth2Effects: EffectsOf<OAuth2Spec> = { issuerUrl: "roll", audience: "roll", scope: "roll", credentials: file };

export const authEffects: EffectsOf<PulsarAuthSpec> = {
  token: file,
  tokenFile: "none",
  tokenVariable: "none",
  tokenCommand: "none",
  oauth2: oauth2Effects,
  basic: basicEffects,
  tls: certificateEffects,
  plugin: "roll",
  params: file,
  headers: "none",
};

/** Only Pulumi's calls have limits. */
export const limitsEffects: EffectsOf<PulsarLimitsSpec> = {
  callTimeoutSeconds: "none",
  totalTimeoutSeconds: "none",
  parallelCalls: "none",
};

export const tlsEffects: EffectsOf<PulsarTlsSpec> = { trustCerts: file, allowInsecure: "roll", verifyHostname: "roll" };
