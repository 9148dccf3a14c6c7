import { connect } from "node:net";

const parentCheckMs = 2_000;

/** An engine that is killed cannot end its plugins, and nobody else would: a process whose engine is gone ends itself. */
export function endWithEngine(address: string | undefined): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, parentCheckMs).unref();
  // Where the engine died before this process asked for its parent, that is somebody else already; nobody answers for it then.
  if (address !== undefined) endUnlessListening(address);
}

/** Only a refusal says that nobody is there: whatever else goes wrong says nothing of the engine. */
function endUnlessListening(address: string): void {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) });
  socket.unref();
  socket.once("connect", () => socket.destroy());
  socket.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED") process.exit(0);
  });
}
