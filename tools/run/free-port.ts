import { createServer } from "node:net";
import { randomInt } from "node:crypto";
import { NotReady } from "./wait";

/** Below the range from which kernels give ports to outgoing connections, so that none of those can come in between. */
const lowest = 20_000;
const highest = 32_000;
const handedOut = new Set<number>();

/** A port of 127.0.0.1 that nobody listens on and that this process has not given away before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1" }, () => server.close(() => resolve(true)));
  });
}

/** Another process may take a port between our look and the server's start: then the whole attempt is made again. */
export async function retryWhenPortTaken<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 1 || !(error instanceof NotReady && error.isPortTaken)) throw error;
    }
  }
}
