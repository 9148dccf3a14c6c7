import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server on this machine that can be closed and opened again, as a network that fails. */
export interface Gate {
  /** The URL with the gate in place of the server. */
  readonly url: string;
  /** Cuts what is open and refuses what is new. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** From now on requests arrive, and their answers do not, until it is closed. */
  holdAnswers(): void;
  /** Leads to another server from now on, as a name does that was given to one. */
  leadTo(target: string): void;
}

const open = new Set<Gate>();

export async function gateTo(target: string): Promise<Gate> {
  const { port } = new URL(target);
  let server = new URL(target);
  const sockets = new Set<Socket>();
  let isHolding = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const listener = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    [client, upstream].forEach(keep);
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    client.pipe(upstream);
    upstream.on("data", (chunk) => isHolding || client.write(chunk));
  });
  const own = await listen(listener, 0);
  const gate: Gate = {
    url: target.replace(`:${port}`, `:${own}`),
    close: async () => {
      open.delete(gate);
      const closed = once(listener, "close");
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    leadTo: (other) => {
      server = new URL(other);
      for (const socket of sockets) socket.destroy();
    },
    holdAnswers: () => {
      isHolding = true;
    },
    open: async () => {
      isHolding = false;
      await listen(listener, own);
      open.add(gate);
    },
  };
  open.add(gate);
  return gate;
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return address.port;
}

after(() => Promise.all([...open].map((gate) => gate.close())));
