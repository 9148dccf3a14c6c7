import type { EnvFromSource, EnvVar, Volume, VolumeMount } from "./kubernetes-types";

/**
 * How a container reaches a Pulsar cluster: texts for its command line, and what these refer to. Every text is an argument as
 * Kubernetes reads it (literal-argument.ts): `$(NAME)` stands for a variable of the container, all else is escaped.
 */
export interface PulsarAccess {
  readonly clusterName: string;
  readonly serviceUrl: string;
  readonly webServiceUrl?: string;
  readonly auth?: AccessAuth;
  /** Absent: the connection is not encrypted. */
  readonly tls?: AccessTls;
  readonly env: readonly EnvVar[];
  readonly envFrom: readonly EnvFromSource[];
  readonly volumes: readonly Volume[];
  readonly mounts: readonly VolumeMount[];
}

/** A credential. Parameters that must not stand on a command line come in a file that the instance reads an argument from. */
export interface AccessAuth {
  readonly plugin: string;
  readonly params:
    { readonly kind: "argument"; readonly text: string } | { readonly kind: "file"; readonly path: string };
  /** What `params` say, for programs that want it piece by piece. */
  readonly oauth2?: AccessOAuth2;
}

export interface AccessOAuth2 {
  readonly issuerUrl: string;
  readonly audience?: string;
  readonly scope?: string;
  /** Path of the credentials file. */
  readonly keyFile: string;
}

export interface AccessTls {
  readonly allowInsecure: string;
  readonly verifyHostname: string;
  readonly trustCertsPath?: string;
}

/** Who reads a credential: the programs differ in what they can. `tool` is any other than an instance. */
export type CredentialReader = "java" | "python" | "golang" | "generic" | "tool";

/** Names of the objects that an access refers to. */
export interface AccessNames {
  /** The Secret with the member's credentials. */
  readonly credentials?: string;
  /** The ConfigMap with what a referenced Secret may leave out (tls-defaults.ts). */
  readonly tlsDefaults?: string;
}
