import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Gives a token to whoever asks, below any path of its URL, which is returned. */
export async function startIssuer(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url ?? ""}`;
    const metadata = { issuer: url, token_endpoint: `${url}/token` };
    const token = { access_token: "t", token_type: "Bearer", expires_in: 3600 };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.method === "GET" ? metadata : token));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
