import { connect } from "node:net";
import { socketHost } from "../model/socket-host";

const parentCheckMs = 2_000;

/** The address of the engine that starts the plugin: the last word. Options stand before it, some with a value of their own. */
export const engineAddress = (words: readonly string[]): string | undefined =>
  words.at(-1)?.startsWith("-") === true ? undefined : words.at(-1);

/**
 * An engine that is killed cannot end its plugins, and nobody else would: a process whose engine is gone ends itself. One that was
 * started without an address waits for engines to attach, and for whoever ends it.
 */
export function endWithEngine(address: string | undefined): void {
  if (address === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, parentCheckMs).unref();
  // Where the engine died before this process asked for its parent, that is somebody else already; nobody answers for it then.
  endUnlessListening(address);
}

/** Only a refusal says that nobody is there: whatever else goes wrong says nothing of the engine. */
function endUnlessListening(address: string): void {
  const url = `tcp://${address}`;
  if (!URL.canParse(url)) return;
  const engine = new URL(url);
  const socket = connect({ host: socketHost(engine), port: Number(engine.port) });
  socket.unref();
  socket.once("connect", () => socket.destroy());
  socket.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED") process.exit(0);
  });
}
