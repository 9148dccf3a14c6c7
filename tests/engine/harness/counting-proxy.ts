import { once } from "node:events";
import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";

/** A plain way to a broker on this machine that writes down each call. */
export interface CountingProxy {
  readonly url: string;
  /** Calls since the last time it was asked, repetitions too: `PUT /admin/v2/tenants/a`. */
  calls(): readonly string[];
  /** Cuts what is under way and refuses connections, as the port of a server that has died. */
  hide(): Promise<void>;
  /** Takes connections again. */
  show(): Promise<void>;
  close(): Promise<void>;
}

/** Where a call is: about to reach the broker, or answered by it and about to reach the client. */
export type CallPhase = "asked" | "answered";

/** Told of each call as it passes, with how many there were. */
export type CallWatcher = (phase: CallPhase, number: number) => void;

/** Counts on the wire, so that nothing which a client does by itself is left out. */
export async function countCallsTo(target: string, watch: CallWatcher = () => undefined): Promise<CountingProxy> {
  let calls: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const number = calls.push(`${incoming.method} ${incoming.url}`);
    watch("asked", number);
    forward(target, { incoming, outgoing, answered: () => watch("answered", number) });
  });
  const listen = async (at: number): Promise<void> => {
    server.listen(at, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => {
      const before = calls;
      calls = [];
      return before;
    },
    hide: () => stopListening(server),
    show: () => listen(port),
    close: () => stopListening(server),
  };
}

async function stopListening(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly answered: () => void;
}

function forward(target: string, { incoming, outgoing, answered }: Exchange): void {
  const { method, headers } = incoming;
  const upstream = send(`${target}${incoming.url}`, { method, headers }, (answer) => {
    answered();
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", () => outgoing.destroy());
  outgoing.on("error", () => upstream.destroy());
  incoming.on("error", () => upstream.destroy());
  incoming.pipe(upstream);
}
