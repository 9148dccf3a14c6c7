import type { MemberPlan } from "./plan";
import type { PulsarReferences } from "./manifest-origin";

/** The variables that a Secret with TLS settings becomes. */
export const tlsVariables = {
  allowInsecure: "tlsAllowInsecureConnection",
  verifyHostname: "tlsHostnameVerificationEnable",
  trustCertsPath: "tlsTrustCertsFilePath",
} as const;

/**
 * What such a Secret may leave out. A variable that does not exist stays on the command line as the text `$(NAME)`, which
 * instances would take for `false`: without these the check of host names would be off.
 */
export const tlsDefaults: Readonly<Record<string, string>> = {
  [tlsVariables.allowInsecure]: "false",
  [tlsVariables.verifyHostname]: "true",
  [tlsVariables.trustCertsPath]: "",
};

const refersToTlsSecret = ({ tls, tlsSecret }: PulsarReferences): boolean =>
  tls === undefined && tlsSecret !== undefined;

/** True for a member whose TLS settings are in a Secret that exists already. */
export const needsTlsDefaults = ({ origin }: MemberPlan): boolean =>
  [origin?.pulsar, origin?.packages].some((references) => references !== undefined && refersToTlsSecret(references));
