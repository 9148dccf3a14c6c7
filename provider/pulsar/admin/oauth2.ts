import { type OAuth2Spec } from "../../model/pulsar-cluster";
import { type Token } from "./token";
import { errorMessage } from "../../model/error-message";

type Library = Awaited<ReturnType<typeof load>>;
type Issuer = Awaited<ReturnType<typeof discover>>;

/** Most runs of a plugin never ask an issuer. */
const load = () => import("openid-client");

/** OAuth2 client credentials: the issuer's metadata, once, then its token endpoint. */
export function oauth2Token(spec: OAuth2Spec): () => Promise<Token> {
  let known: Promise<Issuer> | undefined;
  return async () => {
    const library = await load();
    try {
      known ??= discover(library, spec);
      return await tokenOf(library, await known, spec);
    } catch (error) {
      // It may have moved to another endpoint.
      known = undefined;
      throw error;
    }
  };
}

/** The metadata is taken as it is: behind a gateway an issuer calls itself by another name than the one it is reached by. */
function discover(library: Library, { issuerUrl, credentials }: OAuth2Spec) {
  const client = clientOf(credentials);
  const url = new URL(`${issuerUrl.replace(/\/+$/, "")}/.well-known/openid-configuration`);
  const execute = url.protocol === "http:" ? [library.allowInsecureRequests] : [];
  const { ClientSecretBasic, ClientSecretPost } = library;
  // Pulsar's own clients send the secret in the body; not all issuers take it there.
  const authenticate: ReturnType<typeof ClientSecretPost> = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? [];
    const isBasic = methods.includes("client_secret_basic") && !methods.includes("client_secret_post");
    return (isBasic ? ClientSecretBasic : ClientSecretPost)(client.secret)(server, ...rest);
  };
  return library
    .discovery(url, client.id, undefined, authenticate, { execute })
    .catch((error: unknown) => Promise.reject(failureOf(url.href, error)));
}

async function tokenOf(library: Library, issuer: Issuer, { audience, scope }: OAuth2Spec): Promise<Token> {
  const parameters = {
    ...(audience === undefined ? {} : { audience }),
    ...(scope === undefined ? {} : { scope }),
  };
  const endpoint = issuer.serverMetadata().token_endpoint;
  if (endpoint === undefined)
    throw new Error("auth.oauth2: the issuer's metadata names no token_endpoint: correct issuerUrl.");
  const answer = await library
    .clientCredentialsGrant(issuer, parameters)
    .catch((error: unknown) => Promise.reject(failureOf(endpoint, error)));
  const seconds = answer.expires_in ?? 0;
  return { value: answer.access_token, ...(seconds > 0 ? { expiresAt: Date.now() + seconds * 1000 } : {}) };
}

function clientOf(credentials: string): { readonly id: string; readonly secret: string } {
  // JSON.parse's own message quotes the text, which is a secret.
  const wrong = new Error(
    "auth.oauth2.credentials is not JSON with client_id and client_secret: write the text of the file that the issuer gave.",
  );
  try {
    const parsed: unknown = JSON.parse(credentials);
    if (typeof parsed !== "object" || parsed === null) throw wrong;
    if (!("client_id" in parsed) || !("client_secret" in parsed)) throw wrong;
    return { id: String(parsed.client_id), secret: String(parsed.client_secret) };
  } catch {
    throw wrong;
  }
}

/** The status and error code of an issuer's answer; the rest of it could hold anything. */
function failureOf(url: string, error: unknown): Error {
  const status = numberIn(error, "status") ?? numberIn(causeOf(error), "status");
  const isRefusal = status !== undefined && status >= 400;
  if (!isRefusal)
    return new Error(
      `auth.oauth2: no token from ${url}: ${words(error)}. Is issuerUrl right, and reachable from here?`,
    );
  const code = textIn(error, "error");
  return new Error(
    `auth.oauth2: ${url} answered ${status}${code === undefined ? "" : ` "${code}"`}. Do issuerUrl, audience, scope and credentials belong together?`,
  );
}

const words = (error: unknown): string =>
  textIn(causeOf(error), "code")?.replace(/^OAUTH_.*/, errorMessage(error)) ?? errorMessage(error);

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

const textIn = (value: unknown, name: string): string | undefined => {
  const found = memberOf(value, name);
  return typeof found === "string" ? found : undefined;
};

const numberIn = (value: unknown, name: string): number | undefined => {
  const found = memberOf(value, name);
  return typeof found === "number" ? found : undefined;
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
