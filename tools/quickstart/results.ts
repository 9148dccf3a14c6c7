import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { NodeCluster } from "../run/node-cluster";
import type { Run } from "../run/run";
import { waitUntil } from "../run/wait";

/** The HTTP server that the sink delivers to, at an address that pods and this machine reach. */
export interface Results {
  readonly url: string;
  /** The distinct bodies that have arrived. */
  bodies(): Promise<readonly string[]>;
  /** Resolves to the bodies when so many have arrived; fails after the time limit. */
  wait(count: number, seconds: number): Promise<readonly string[]>;
}

export async function startResults(run: Run, cluster: NodeCluster, port: number): Promise<Results> {
  const url = `http://${cluster.address}:${port}/`;
  const program = [process.execPath, join(__dirname, "results-server.mjs"), cluster.address, String(port)];
  const server = run.start(`results-${port}`, cluster.inNetwork(program));
  const bodies = async (): Promise<readonly string[]> => (await fetch(url)).json() as Promise<readonly string[]>;
  await waitUntil({ run, server, what: "answer", seconds: 10, isReady: async () => (await bodies()).length === 0 });
  return {
    url,
    bodies,
    wait: async (count, seconds) => {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const arrived = await bodies();
        if (arrived.length >= count) return arrived;
        if (Date.now() > deadline) throw new Error(`${arrived.length} of ${count} results after ${seconds} s`);
        await delay(100);
      }
    },
  };
}
