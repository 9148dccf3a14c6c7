import assert from "node:assert/strict";
import { createServer } from "node:http";

/** A request as a fake API server sees it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export type FakeAnswer = readonly [status: number, body: object];

export interface FakeKubernetes {
  readonly kubeconfig: string;
  readonly stop: () => void;
}

/** So much of an API server as one question needs; a real one is in the tests of the engine. */
export async function startFakeKubernetes(answerTo: (request: FakeRequest) => FakeAnswer): Promise<FakeKubernetes> {
  const http = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const [status, answer] = answerTo({ method: request.method ?? "", url: request.url ?? "", body });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  assert.ok(typeof address === "object" && address !== null);
  const stop = (): void => {
    http.close();
    http.closeAllConnections();
  };
  return { kubeconfig: kubeconfigOf(`http://127.0.0.1:${address.port}`), stop };
}

const kubeconfigOf = (server: string): string =>
  JSON.stringify({
    clusters: [{ name: "fake", cluster: { server, "insecure-skip-tls-verify": true } }],
    users: [{ name: "nobody", user: {} }],
    contexts: [{ name: "fake", context: { cluster: "fake", user: "nobody" } }],
    "current-context": "fake",
  });
