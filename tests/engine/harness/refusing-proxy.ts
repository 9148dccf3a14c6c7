import { once } from "node:events";
import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";

/** A way to a broker on this machine that refuses some calls, as a broker does whose administrator allows only others. */
export interface RefusingProxy {
  readonly url: string;
  /** Refuses calls like `POST /admin/v2/x` that match; none without an expression. */
  refuse(calls: RegExp | undefined): void;
  close(): Promise<void>;
}

export async function refusingProxyTo(target: string): Promise<RefusingProxy> {
  let refused: RegExp | undefined;
  const server = createServer((incoming, outgoing) => {
    if (refused?.test(`${incoming.method} ${incoming.url}`) === true) refuse(incoming, outgoing);
    else forward(target, incoming, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    refuse: (calls) => {
      refused = calls;
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse): void {
  incoming.resume();
  outgoing.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ reason: "not allowed" }));
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url } = incoming;
  const upstream = send(`${target}${url}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", () => outgoing.destroy());
  incoming.pipe(upstream);
}
