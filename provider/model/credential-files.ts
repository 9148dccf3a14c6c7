import { authenticationPlugins } from "./authentication-plugins";
import { literalArgument, variableArgument } from "./literal-argument";
import { oauth2Auth } from "./oauth2-parameters";
import type { AccessAuth, CredentialReader } from "./pulsar-access";
import type { PulsarAuthSpec } from "./pulsar-cluster";
import { instanceEnvironment } from "./runtime/instance-environment";
import { formedText } from "./text-form";

/** A credential as a container gets it: files of a Secret, variables that hold one of them, and texts that only name these. */
export interface Credential {
  readonly files: Readonly<Record<string, string>>;
  /** Keys of the Secret by variable. */
  readonly variables: Readonly<Record<string, string>>;
  /** Absent for kinds that pods cannot use (FM073). */
  readonly auth?: AccessAuth;
}

interface Reading {
  readonly reader: CredentialReader;
  /** Where the files are in the container. */
  readonly directory: string;
}

/** Name of the file with the authorities to trust. */
export const trustCertsFile = "ca.crt";

/** How a container proves who it is. Clients read the token and the key files again when they connect, so a new credential needs no new pod. */
export function credentialOf(auth: PulsarAuthSpec | undefined, reading: Reading): Credential {
  if (auth?.token !== undefined) return tokenCredential(auth.token, reading);
  if (auth?.oauth2 !== undefined) return oauth2Credential(auth.oauth2, reading);
  if (auth?.tls !== undefined) return certificateCredential(auth.tls, reading);
  if (auth?.plugin === undefined) return { files: {}, variables: {} };
  return pluginCredential(auth.plugin, auth.params ?? "", reading);
}

const argument = (text: string): AccessAuth["params"] => ({ kind: "argument", text: literalArgument(text) });

const tokenCredential = (token: string, { directory }: Reading): Credential => ({
  files: { token },
  variables: {},
  auth: { plugin: authenticationPlugins.token, params: argument(`file://${directory}/token`) },
});

const oauth2Credential = (oauth2: NonNullable<PulsarAuthSpec["oauth2"]>, { directory }: Reading): Credential => {
  const { credentials, ...parameters } = oauth2;
  return {
    files: { "oauth2.json": credentials },
    variables: {},
    auth: oauth2Auth({ ...parameters, keyFile: `${directory}/oauth2.json` }),
  };
};

const certificateCredential = (
  { cert, key }: NonNullable<PulsarAuthSpec["tls"]>,
  { directory, reader }: Reading,
): Credential => ({
  files: { "tls.crt": cert, "tls.key": key },
  variables: {},
  auth: {
    // The client below the Python instance knows the plugin by this short name.
    plugin: reader === "python" ? "tls" : authenticationPlugins.tls,
    params: argument(`tlsCertFile:${directory}/tls.crt,tlsKeyFile:${directory}/tls.key`),
  },
});

/**
 * The parameters of any other plugin are secret and have no file form. The Java instance reads arguments from `@file` (one
 * per line by runtime/java.ts' system property), the Python instance a configuration file; the others get a variable.
 */
function pluginCredential(className: string, params: string, { reader, directory }: Reading): Credential {
  const plugin = literalArgument(className);
  if (reader === "java" || reader === "python") {
    const [file, text] = argumentFiles[reader](params);
    return {
      files: { [file]: text },
      variables: {},
      auth: { plugin, params: { kind: "file", path: `${directory}/${file}` } },
    };
  }
  const { files, variables } = paramsInVariable(params, reader);
  return {
    files,
    variables,
    auth: { plugin, params: { kind: "argument", text: variableArgument(instanceEnvironment.credential) } },
  };
}

const argumentFiles = {
  java: (params: string) => ["auth.args", `--client_auth_params\n${formedText(params, "line")}\n`],
  python: (params: string) => ["auth.ini", `[DEFAULT]\nclient_auth_params = ${formedText(params, "ini")}\n`],
} as const satisfies Record<string, (params: string) => readonly [string, string]>;

/** Parameters that reach a command line from a Secret of ours by a variable. */
export function paramsInVariable(params: string, reader: CredentialReader): Required<Omit<Credential, "auth">> {
  // The Go instance has its command line in JSON; Kubernetes puts the variable there as it is.
  const files = reader === "golang" ? { "auth.params.json": formedText(params, "json") } : { "auth.params": params };
  const [file = ""] = Object.keys(files);
  return { files, variables: { [instanceEnvironment.credential]: file } };
}

/** The same parameters as a text for a command line. */
export const paramsArgument = variableArgument(instanceEnvironment.credential);
