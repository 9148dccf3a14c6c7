import type { PulsarAuthSpec } from "./pulsar-cluster";

export type CredentialKind =
  "token" | "tokenFile" | "tokenVariable" | "tokenCommand" | "oauth2" | "basic" | "tls" | "plugin";

const kinds = [
  "token",
  "tokenFile",
  "tokenVariable",
  "tokenCommand",
  "oauth2",
  "basic",
  "tls",
  "plugin",
] as const satisfies readonly CredentialKind[];

/** The kinds of credential that are stated; rightly exactly one. */
export const credentialKinds = (auth: PulsarAuthSpec): readonly CredentialKind[] =>
  kinds.filter((kind) => auth[kind] !== undefined);
