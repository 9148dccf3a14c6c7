import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../tools/quickstart/environment";
import type { NodeCluster } from "../../../tools/run/node-cluster";
import { type NetworkServer, startNetworkServer } from "./network-server";

const port = 8700;
const audience = "urn:pulsar:test";
const issuerOf = ({ address }: NodeCluster): string => `http://${address}:${port}`;

/** Who gives clients of the broker their tokens. */
export interface IdentityProvider extends NetworkServer {
  /** What an `oauth2` of a program says for a client. */
  oauth2(client: string): { readonly issuerUrl: string; readonly audience: string; readonly credentials: string };
  secret(client: string): string;
  /** How many tokens it gave to the client. */
  issued(client: string): Promise<number>;
}

/** Settings of a broker that takes the provider's tokens beside those that it checks with a key of its own. */
export const trustIdentityProvider = (cluster: NodeCluster): Readonly<Record<string, string>> => ({
  authenticationProviders: [
    "org.apache.pulsar.broker.authentication.AuthenticationProviderToken",
    "org.apache.pulsar.broker.authentication.oidc.AuthenticationProviderOpenID",
  ].join(","),
  openIDAllowedTokenIssuers: issuerOf(cluster),
  openIDAllowedAudiences: audience,
  openIDRequireIssuersUseHttps: "false",
  // How soon it sees that a connection's token is not good any more.
  authenticationRefreshCheckSeconds: "1",
});

/** Starts the provider that a broker with these settings trusts. */
export async function startIdentityProvider(
  { cluster, directory }: Environment,
  { clients, tokenSeconds }: { readonly clients: readonly string[]; readonly tokenSeconds: number },
): Promise<IdentityProvider> {
  const secrets = new Map(clients.map((client) => [client, randomBytes(16).toString("hex")]));
  const file = join(directory, "clients.json");
  writeFileSync(file, JSON.stringify(Object.fromEntries(secrets)), { mode: 0o600 });
  const args = [String(tokenSeconds), file];
  const server = await startNetworkServer(cluster, { file: "identity-provider.mjs", port, args });
  const secret = (client: string): string => secrets.get(client) ?? "";
  return {
    ...server,
    secret,
    oauth2: (client) => ({
      issuerUrl: server.url,
      audience,
      credentials: JSON.stringify({
        type: "client_credentials",
        client_id: client,
        client_secret: secret(client),
        issuer_url: server.url,
      }),
    }),
    issued: async (client) => {
      const counts: Readonly<Record<string, number>> = JSON.parse(await (await fetch(`${server.url}/issued`)).text());
      return counts[client] ?? 0;
    },
  };
}
