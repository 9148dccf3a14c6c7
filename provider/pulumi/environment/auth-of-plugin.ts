import type { PulsarAuthSpec } from "../../model/pulsar-cluster";

type ReadText = (path: string) => string;

/** The credential that a plugin of the Java client gets from its parameters, as `authPlugin` and `authParams` state them. */
export function authOfPlugin(plugin: string, params: string, read: ReadText): PulsarAuthSpec {
  const kind =
    plugin
      .split(".")
      .pop()
      ?.replace(/^Authentication/, "")
      .toLowerCase() ?? "";
  const auth = kinds[kind]?.(params, read);
  if (auth !== undefined) return auth;
  const known = "AuthenticationToken, AuthenticationTls, AuthenticationOAuth2 and AuthenticationBasic";
  throw new Error(
    `authPlugin ${plugin} in the file that PULSAR_CLIENT_CONF names cannot be used here with its authParams. Known are ${known}; state \`auth\` in the provider's arguments.`,
  );
}

const kinds: Readonly<Record<string, (params: string, read: ReadText) => PulsarAuthSpec | undefined>> = {
  token: (params) => {
    if (params.startsWith("file:")) return { tokenFile: pathOf(params) };
    const { token = "", tokenFile } = /^token:/.test(params) || !params.startsWith("{") ? {} : pairsOf(params);
    if (tokenFile !== undefined) return { tokenFile };
    const value = token === "" ? params.replace(/^token:/, "") : token;
    return value === "" ? undefined : { token: value };
  },
  tls: (params, read) => {
    const { tlsCertFile, tlsKeyFile } = pairsOf(params);
    if (tlsCertFile === undefined || tlsKeyFile === undefined) return undefined;
    return { tls: { cert: read(tlsCertFile), key: read(tlsKeyFile) } };
  },
  basic: (params) => {
    const { userId, password } = pairsOf(params);
    return userId === undefined || password === undefined ? undefined : { basic: { username: userId, password } };
  },
  oauth2: (params, read) => {
    const { issuerUrl, privateKey, audience, scope } = pairsOf(params);
    if (issuerUrl === undefined || privateKey === undefined) return undefined;
    const oauth2 = {
      issuerUrl,
      credentials: keyOf(privateKey, read),
      ...(audience === undefined ? {} : { audience }),
      ...(scope === undefined ? {} : { scope }),
    };
    return { oauth2 };
  },
};

/** Parameters are a JSON object of texts, or `name:value,name:value`. */
function pairsOf(params: string): Readonly<Record<string, string>> {
  if (!params.trim().startsWith("{")) {
    return Object.fromEntries(
      params.split(",").map((pair) => [pair.split(":")[0] ?? "", pair.slice(pair.indexOf(":") + 1)]),
    );
  }
  try {
    const values: unknown = JSON.parse(params);
    return typeof values === "object" && values !== null
      ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
      : {};
  } catch {
    return {};
  }
}

/** The credentials file of OAuth2 is a URL: of a file, or of the text itself. */
function keyOf(url: string, read: ReadText): string {
  const data = /^data:[^,]*,(.*)$/s.exec(url)?.[1];
  if (data === undefined) return read(pathOf(url));
  return /;base64,/.test(url) ? Buffer.from(data, "base64").toString() : decodeURIComponent(data);
}

const pathOf = (url: string): string => url.replace(/^file:(\/\/)?/, "");
