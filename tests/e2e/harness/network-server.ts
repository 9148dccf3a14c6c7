import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeCluster } from "../../../tools/run/node-cluster";
import { closeRun, openRun, startOrClose } from "../../../tools/run/started";
import { waitUntil } from "../../../tools/run/wait";

/** An HTTP server of the tests at an address that pods, the broker and this machine reach. */
export interface NetworkServer {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A program beside this file whose first arguments are the address and the port. */
export interface NetworkProgram {
  readonly file: string;
  /** Any will do that nothing else in the network has: it is ours alone. */
  readonly port: number;
  readonly args: readonly string[];
}

/** Starts the program inside the cluster's network; it answers when the promise is fulfilled. */
export async function startNetworkServer(
  { address, inNetwork }: NodeCluster,
  { file, port, args }: NetworkProgram,
): Promise<NetworkServer> {
  const name = `${file}-${randomBytes(4).toString("hex")}`;
  const run = openRun({ name, directory: join(tmpdir(), `function-mesh-${name}`) });
  return startOrClose(run, async () => {
    const url = `http://${address}:${port}`;
    const command = [process.execPath, join(__dirname, file), address, String(port), ...args];
    const server = run.start("server", inNetwork(command));
    const isReady = async (): Promise<boolean> => (await fetch(url)).status > 0;
    await waitUntil({ run, server, what: "the server answered", seconds: 20, isReady });
    return { url, stop: () => closeRun(run) };
  });
}
