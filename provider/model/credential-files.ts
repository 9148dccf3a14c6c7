import type { Connection } from "./connection";
import { jsonText } from "./json-text";
import type { MemberPlan } from "./plan";
import type { OAuth2Spec, PulsarAuthSpec } from "./pulsar-cluster";

/** Where the credentials Secret is mounted in pods. */
export const credentialsDirectory = "/etc/function-mesh/credentials";
const inDirectory = (file: string): string => `${credentialsDirectory}/${file}`;

/** Path of the authorities to trust, in pods. */
export const trustCertsPath = inDirectory("ca.crt");

/** A credential as an instance gets it: files, and flags that only name them. */
export interface InstanceCredential {
  readonly files: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

type Runtime = MemberPlan["runtime"];
type Rendering = (auth: PulsarAuthSpec, runtime: Runtime) => InstanceCredential;

const plugin = (className: string, params: string): readonly string[] => [
  "--client_auth_plugin",
  className,
  "--client_auth_params",
  params,
];

const nothing: InstanceCredential = { files: {}, flags: [] };

/** Clients read the token and the key files again when they connect, so a new credential needs no new pod. */
const renderings = {
  token: ({ token = "" }) => ({
    files: { token },
    flags: plugin("org.apache.pulsar.client.impl.auth.AuthenticationToken", `file://${inDirectory("token")}`),
  }),
  oauth2: ({ oauth2 }) =>
    oauth2 === undefined
      ? nothing
      : {
          files: { "oauth2.json": oauth2.credentials },
          flags: plugin("org.apache.pulsar.client.impl.auth.oauth2.AuthenticationOAuth2", oauth2Params(oauth2)),
        },
  tls: ({ tls }, runtime) =>
    tls === undefined
      ? nothing
      : {
          files: { "tls.crt": tls.cert, "tls.key": tls.key },
          flags: plugin(
            // The client below the Python instance knows the plugin by this short name.
            runtime === "python" ? "tls" : "org.apache.pulsar.client.impl.auth.AuthenticationTls",
            `tlsCertFile:${inDirectory("tls.crt")},tlsKeyFile:${inDirectory("tls.key")}`,
          ),
        },
  plugin: ({ plugin: className = "", params = "" }, runtime) => argumentFile[runtime](className, params),
} as const satisfies Partial<Record<keyof PulsarAuthSpec, Rendering>>;

/**
 * The parameters of any other plugin are secret and have no file form, so the whole flag comes from a file: the Java instance
 * reads arguments from `@file` (one per line by runtime/java.ts' system property), the Python instance a configuration file.
 */
const argumentFile: Readonly<Record<Runtime, (className: string, params: string) => InstanceCredential>> = {
  java: (className, params) => ({
    files: { "auth.args": `--client_auth_params\n${params}\n` },
    flags: ["--client_auth_plugin", className, `@${inDirectory("auth.args")}`],
  }),
  golang: (className, params) => ({ files: { "auth.params": params }, flags: ["--client_auth_plugin", className] }),
  generic: (className, params) => ({ files: { "auth.params": params }, flags: ["--client_auth_plugin", className] }),
  python: (className, params) => ({
    files: { "auth.ini": `[DEFAULT]\nclient_auth_params = ${params}\n` },
    flags: ["--client_auth_plugin", className, "--config_file", inDirectory("auth.ini")],
  }),
};

/** The Java client and the C++ client under Python spell the parameters differently and ignore each other's. */
function oauth2Params({ issuerUrl, audience, scope }: OAuth2Spec): string {
  const keyFile = inDirectory("oauth2.json");
  return jsonText({
    issuerUrl,
    issuer_url: issuerUrl,
    privateKey: `file://${keyFile}`,
    private_key: keyFile,
    ...(audience === undefined ? {} : { audience }),
    ...(scope === undefined ? {} : { scope }),
  });
}

/** The credential's files and flags; none for kinds that pods cannot use (FM073). */
export function instanceCredential({ auth }: Connection, runtime: Runtime): InstanceCredential {
  if (auth?.token !== undefined) return renderings.token(auth);
  if (auth?.oauth2 !== undefined) return renderings.oauth2(auth);
  if (auth?.tls !== undefined) return renderings.tls(auth, runtime);
  return auth?.plugin === undefined ? nothing : renderings.plugin(auth, runtime);
}

/** Every file of the credentials Secret. */
export function credentialFiles(connection: Connection, runtime: Runtime): Readonly<Record<string, string>> {
  const trustCerts = connection.tls?.trustCerts;
  return {
    ...instanceCredential(connection, runtime).files,
    ...(trustCerts === undefined ? {} : { "ca.crt": trustCerts }),
  };
}
