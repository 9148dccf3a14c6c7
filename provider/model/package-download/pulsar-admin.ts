import { literalArgument } from "../literal-argument";
import type { AccessTls, PulsarAccess } from "../pulsar-access";
import type { Download } from "./download";

/** Pulsar's own command-line tool, in all of its images. */
export const pulsarAdminDownload = ({ location, file, access }: Download): readonly string[] => [
  "/pulsar/bin/pulsar-admin",
  ...["--admin-url", access.webServiceUrl ?? ""],
  ...authFlags(access),
  ...(access.tls === undefined ? [] : tlsFlags(access.tls)),
  ...["packages", "download", literalArgument(location), "--path", literalArgument(file)],
];

const authFlags = ({ auth }: PulsarAccess): readonly string[] =>
  auth === undefined || auth.params.kind === "file"
    ? []
    : ["--auth-plugin", auth.plugin, "--auth-params", auth.params.text];

const tlsFlags = ({ allowInsecure, verifyHostname, trustCertsPath }: AccessTls): readonly string[] => [
  ...switched("--tls-allow-insecure", allowInsecure),
  ...switched("--tls-enable-hostname-verification", verifyHostname),
  ...(trustCertsPath === undefined ? [] : ["--tls-trust-cert-path", trustCertsPath]),
];

/** Older versions of the tool take no value for a switch, so none is stated where that can be helped. */
function switched(flag: string, value: string): readonly string[] {
  if (value === "false") return [];
  return [value === "true" ? flag : `${flag}=${value}`];
}
