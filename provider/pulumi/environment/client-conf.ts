import { readFileSync } from "node:fs";
import type { PulsarAuthSpec, PulsarClusterSpec, PulsarTlsSpec } from "../../model/pulsar-cluster";
import { authOfPlugin } from "./auth-of-plugin";

/** The cluster that a configuration file of `pulsar-admin` and `pulsarctl` (client.conf) describes. */
export function readClientConf(path: string): Partial<PulsarClusterSpec> {
  const settings = settingsOf(textOf(path));
  const { webServiceUrl, authPlugin, authParams = "", tlsCertificateFilePath, tlsKeyFilePath } = settings;
  const certificate =
    tlsCertificateFilePath === undefined || tlsKeyFilePath === undefined
      ? undefined
      : { tls: { cert: textOf(tlsCertificateFilePath), key: textOf(tlsKeyFilePath) } };
  const auth: PulsarAuthSpec | undefined =
    authPlugin === undefined ? certificate : authOfPlugin(authPlugin, authParams, textOf);
  const tls = tlsOf(settings);
  return {
    ...(webServiceUrl === undefined ? {} : { adminUrl: webServiceUrl }),
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
  };
}

type Settings = Readonly<Record<string, string>>;

/** Lines of a Java properties file; a setting without a value counts as none. */
const settingsOf = (text: string): Settings =>
  Object.fromEntries(
    text.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
      const [, key, value = ""] = /^\s*([^#!\s=:][^=:\s]*)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
      return key === undefined || value === "" ? [] : [[key, value]];
    }),
  );

/** The host's name is checked whatever the file says: as it is delivered it says no, which nobody chose. */
function tlsOf({ tlsTrustCertsFilePath, tlsAllowInsecureConnection }: Settings): PulsarTlsSpec | undefined {
  if (tlsTrustCertsFilePath === undefined && tlsAllowInsecureConnection !== "true") return undefined;
  return {
    ...(tlsTrustCertsFilePath === undefined ? {} : { trustCerts: textOf(tlsTrustCertsFilePath) }),
    ...(tlsAllowInsecureConnection === "true" ? { allowInsecure: true } : {}),
  };
}

export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "?";
    throw new Error(`${path}, which the environment names for Pulsar, could not be read (${why}).`);
  }
}
