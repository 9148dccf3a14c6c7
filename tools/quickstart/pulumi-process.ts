import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface RunResult {
  readonly code: number;
  /** Standard output and error, as a user sees them. */
  readonly output: string;
}

export interface PulumiCommand {
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Called for each line as it is printed. */
  readonly onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();
let isEnding = false;

/**
 * Runs pulumi in a process group of its own, so that Ctrl-C reaches it once, through `interruptPulumi`. Should this process
 * die, the kernel interrupts pulumi: killed outright, it could not end its plugins.
 */
export function runPulumi({ args, directory, environment, onLine }: PulumiCommand): Promise<RunResult> {
  if (isEnding) return Promise.reject(new Error("interrupted"));
  const command = ["--pdeathsig", "INT", "--", "pulumi", ...args, "--non-interactive", "--color", "never"];
  const child = spawn("setpriv", command, {
    cwd: directory,
    env: { HOME: process.env["HOME"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let output = "";
  let rest = "";
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    if (onLine !== undefined) lines.forEach(onLine);
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Asks every running pulumi to stop as Ctrl-C would, and waits for it; one that does not stop is killed. */
export async function interruptPulumi(): Promise<void> {
  isEnding = true;
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(timer);
    }),
  );
}
