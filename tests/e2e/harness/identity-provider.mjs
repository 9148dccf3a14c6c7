// Hands out tokens for OAuth2 client credentials and says by OpenID discovery how to check them, as an identity provider does.
// Runs inside the cluster's network namespace, so it is a program of its own without dependencies.
// Arguments: ADDRESS PORT SECONDS FILE. A token is good for that time; the file holds the secrets by client.
import { Buffer } from "node:buffer";
import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { URLSearchParams } from "node:url";

const [address, port, lifetime, file] = process.argv.slice(2);
const issuer = `http://${address}:${port}`;
const secrets = JSON.parse(readFileSync(file, "utf8"));
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: "key" }];

/** How many tokens each client was given. */
const issued = {};

const pages = {
  "/.well-known/openid-configuration": () => ({
    issuer,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
  }),
  "/keys": () => ({ keys }),
  "/issued": () => issued,
};

function tokenFor(client, audience) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: client, aud: audience, iat: now, nbf: now, exp: now + Number(lifetime) };
  const signed = [{ alg: "RS256", typ: "JWT", kid: "key" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

function answerTokenRequest(body) {
  const form = new URLSearchParams(body);
  const client = form.get("client_id") ?? "";
  const isKnown = Object.hasOwn(secrets, client) && secrets[client] === form.get("client_secret");
  if (!isKnown || form.get("grant_type") !== "client_credentials") return [401, { error: "invalid_client" }];
  issued[client] = (issued[client] ?? 0) + 1;
  const token = tokenFor(client, form.get("audience") ?? "");
  // Less than it is good for: a client that is asked for a new one at the very end would send the one that it has, is refused,
  // and Pulsar's Python client at times never connects again after that.
  return [200, { access_token: token, token_type: "Bearer", expires_in: Number(lifetime) - 5 }];
}

function answerTo({ method, url }, body) {
  if (method === "POST" && url === "/token") return answerTokenRequest(body);
  return method === "GET" && Object.hasOwn(pages, url) ? [200, pages[url]()] : [404, { error: "not_found" }];
}

createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    const [status, answer] = answerTo(request, body);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
}).listen(Number(port), address);
