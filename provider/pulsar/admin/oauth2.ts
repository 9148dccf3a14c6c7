import { type OAuth2Spec } from "../../model/pulsar-cluster";
import { type Token } from "./token";
import { errorMessage } from "../../model/error-message";

/** OAuth2 client credentials: the issuer's metadata, then its token endpoint. Kept alone so that a library can replace it. */
export const oauth2Token = (spec: OAuth2Spec) => async (): Promise<Token> => {
  const client = clientOf(spec.credentials);
  const endpoint = await tokenEndpoint(spec.issuerUrl);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: client.id,
    client_secret: client.secret,
    ...(spec.audience === undefined ? {} : { audience: spec.audience }),
    ...(spec.scope === undefined ? {} : { scope: spec.scope }),
  });
  const answer = await call(endpoint, { method: "POST", body: body.toString() });
  const value = answer["access_token"];
  if (typeof value !== "string") throw new Error(`auth.oauth2: ${endpoint} answered without an access_token.`);
  const seconds = Number(answer["expires_in"]);
  return { value, ...(seconds > 0 ? { expiresAt: Date.now() + seconds * 1000 } : {}) };
};

function clientOf(credentials: string): { readonly id: string; readonly secret: string } {
  // JSON.parse's own message quotes the text, which is a secret.
  const wrong = new Error("auth.oauth2.credentials is not JSON with client_id and client_secret.");
  try {
    const parsed: unknown = JSON.parse(credentials);
    if (typeof parsed !== "object" || parsed === null) throw wrong;
    if (!("client_id" in parsed) || !("client_secret" in parsed)) throw wrong;
    return { id: String(parsed.client_id), secret: String(parsed.client_secret) };
  } catch {
    throw wrong;
  }
}

async function tokenEndpoint(issuerUrl: string): Promise<string> {
  const url = `${issuerUrl.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const endpoint = (await call(url, { method: "GET" }))["token_endpoint"];
  if (typeof endpoint !== "string") throw new Error(`auth.oauth2: ${url} names no token_endpoint.`);
  return endpoint;
}

async function call(
  url: string,
  { method, body }: { method: "GET" | "POST"; body?: string },
): Promise<Record<string, unknown>> {
  const { request } = await import("undici");
  const headers = {
    accept: "application/json",
    ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
  };
  const answer = await request(url, { method, headers, body: body ?? null, signal: AbortSignal.timeout(30_000) }).catch(
    (error: unknown) => {
      throw new Error(`auth.oauth2: no answer from ${url} (${errorMessage(error)}).`);
    },
  );
  const text = await answer.body.text();
  if (answer.statusCode !== 200)
    throw new Error(`auth.oauth2: ${url} answered ${answer.statusCode}${issuerWords(text)}.`);
  return record(text) ?? {};
}

/** The error code of an issuer's answer; the rest of the text could hold anything. */
function issuerWords(text: string): string {
  const code = record(text)?.["error"];
  return typeof code === "string" ? ` "${code}"` : "";
}

function record(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
