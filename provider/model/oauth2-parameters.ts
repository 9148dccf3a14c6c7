import { authenticationPlugins } from "./authentication-plugins";
import { jsonText } from "./json-text";
import { literalArgument } from "./literal-argument";
import type { AccessAuth, AccessOAuth2 } from "./pulsar-access";

/** What a client needs to be told for OAuth2, and where it finds the credentials file. */
export interface OAuth2Parameters {
  readonly issuerUrl: string;
  readonly audience?: string;
  readonly scope?: string;
  readonly keyFile: string;
}

/** The OAuth2 credential of a container. */
export function oauth2Auth(parameters: OAuth2Parameters): AccessAuth {
  return {
    plugin: authenticationPlugins.oauth2,
    params: { kind: "argument", text: literalArgument(parametersText(parameters)) },
    oauth2: asArguments(parameters),
  };
}

/** What parameters that somebody else wrote say, in the Java client's spelling or the others'. */
export function readOAuth2(params: string): AccessOAuth2 | undefined {
  const said = readObject(params);
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => said[key]).find((value): value is string => typeof value === "string" && value !== "");
  const issuerUrl = first("issuerUrl", "issuer_url");
  const key = first("privateKey", "private_key", "credentials_url");
  const audience = first("audience");
  const scope = first("scope");
  if (issuerUrl === undefined || key === undefined) return undefined;
  return asArguments({
    issuerUrl,
    keyFile: key.replace(/^file:(\/\/)?/, ""),
    ...(audience === undefined ? {} : { audience }),
    ...(scope === undefined ? {} : { scope }),
  });
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const asArguments = ({ issuerUrl, audience, scope, keyFile }: OAuth2Parameters): AccessOAuth2 => ({
  issuerUrl: literalArgument(issuerUrl),
  keyFile: literalArgument(keyFile),
  ...(audience === undefined ? {} : { audience: literalArgument(audience) }),
  ...(scope === undefined ? {} : { scope: literalArgument(scope) }),
});

/**
 * The Java client, the C++ client under Python and the Rust client of generic instances each spell the parameters their own
 * way and ignore the others'.
 */
const parametersText = ({ issuerUrl, audience, scope, keyFile }: OAuth2Parameters): string =>
  jsonText({
    issuerUrl,
    issuer_url: issuerUrl,
    privateKey: `file://${keyFile}`,
    private_key: keyFile,
    credentials_url: `file://${keyFile}`,
    ...(audience === undefined ? {} : { audience }),
    ...(scope === undefined ? {} : { scope }),
  });
