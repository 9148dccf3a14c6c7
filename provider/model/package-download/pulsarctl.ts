import { authenticationPlugins } from "../authentication-plugins";
import { literalArgument } from "../literal-argument";
import type { AccessAuth, AccessOAuth2, AccessTls, PulsarAccess } from "../pulsar-access";
import type { Download } from "./download";
import { shellWord } from "./shell-word";

/** The tool that operator manifests' images have. */
export function pulsarctlDownload(download: Download): readonly string[] {
  const { auth } = download.access;
  const command = downloadCommand(download);
  const login = auth === undefined ? [] : loginCommands(auth, download.access);
  if (login.length === 0) return command;
  // With OAuth2 the tool downloads only after it has logged in, by a command of its own that leaves a file in its home
  // directory: two programs in one container need a shell.
  return ["sh", "-c", [...login, scriptLine(command)].join(" && ")];
}

const downloadCommand = ({ location, file, access }: Download): readonly string[] => [
  ...["pulsarctl", "packages", "download", literalArgument(location), "--path", literalArgument(file)],
  ...connectionFlags(access),
  ...authFlags(access),
];

const authFlags = ({ auth }: PulsarAccess): readonly string[] =>
  auth === undefined || auth.params.kind === "file"
    ? []
    : ["--auth-plugin", auth.plugin, "--auth-params", auth.params.text];

const connectionFlags = ({ webServiceUrl = "", tls }: PulsarAccess): readonly string[] => [
  ...["--admin-service-url", webServiceUrl],
  ...(tls === undefined ? [] : tlsFlags(tls)),
];

const tlsFlags = ({ allowInsecure, verifyHostname, trustCertsPath }: AccessTls): readonly string[] => [
  `--tls-allow-insecure=${allowInsecure}`,
  `--tls-enable-hostname-verification=${verifyHostname}`,
  ...(trustCertsPath === undefined ? [] : ["--tls-trust-cert-path", trustCertsPath]),
];

function loginCommands(auth: AccessAuth, access: PulsarAccess): readonly string[] {
  const params = auth.params.kind === "argument" ? auth.params.text : "";
  const activate = ["pulsarctl", "oauth2", "activate", "--auth-params", params];
  // A plugin that only a Secret knows: where it is not OAuth2, logging in fails and is not needed.
  if (auth.plugin.startsWith("$(")) return [`{ ${scriptLine(activate)} || true; }`];
  if (auth.plugin !== authenticationPlugins.oauth2) return [];
  if (auth.oauth2 === undefined) return [scriptLine(activate)];
  const flags = oauth2Flags(auth.oauth2);
  // Newer versions take the key from the context when they download; older ones what logging in left behind.
  return [
    scriptLine(["pulsarctl", "context", "set", "packages", ...connectionFlags(access), ...flags]),
    scriptLine(["pulsarctl", "oauth2", "activate", ...flags]),
  ];
}

const oauth2Flags = ({ issuerUrl, audience, scope, keyFile }: AccessOAuth2): readonly string[] => [
  ...["--issuer-endpoint", issuerUrl],
  ...(audience === undefined ? [] : ["--audience", audience]),
  ...(scope === undefined ? [] : ["--scope", scope]),
  ...["--key-file", keyFile],
];

const scriptLine = (command: readonly string[]): string => command.map(shellWord).join(" ");
