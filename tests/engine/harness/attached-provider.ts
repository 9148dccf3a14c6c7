import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildProvider } from "../../../tools/build/provider";

const root = join(__dirname, "..", "..", "..");

/** The provider running on its own, for engines to attach to: a start less in every run of the command line. */
export interface AttachedProvider {
  readonly port: number;
  /** What it wrote on standard error so far. */
  log(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the bundled provider in a directory, which relative paths of programs are then meant from. */
export async function startProvider(directory: string): Promise<AttachedProvider> {
  await buildProvider();
  const words = ["-r", join(__dirname, "end-with-parent.cjs"), join(root, "dist", "provider.js")];
  const child = spawn(process.execPath, words, {
    cwd: directory,
    env: { ...process.env, FUNCTION_MESH_DEBUG: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  let isStopping = false;
  child.once("close", (code, signal) => {
    if (!isStopping) console.error(`the attached provider ended by itself (${signal ?? code}):\n${log.slice(-4000)}`);
  });
  const port = await portOf(child);
  return {
    port,
    log: () => log,
    stop: async (signal) => {
      if (child.exitCode !== null) return;
      isStopping = true;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(Number(chunk.toString().trim())));
    child.once("exit", (code) => reject(new Error(`the provider ended with code ${code}`)));
  });
}
