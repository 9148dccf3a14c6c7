import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { identify, type ProcessIdentity, signalProcess } from "../run/process-identity";

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
  /** Whether it runs also after `interruptPulumi`; @default false */
  readonly takesDown?: boolean;
}

const running = new Set<ChildProcess>();
let isEnding = false;

/**
 * Runs pulumi in a process group of its own, so that Ctrl-C reaches it once, through `interruptPulumi`. Should this process
 * die, the kernel interrupts pulumi: killed outright, it could not end its plugins.
 */
export function runPulumi(options: PulumiCommand): Promise<RunResult> {
  const { args, directory, environment, onLine, takesDown = false } = options;
  if (isEnding && !takesDown) return Promise.reject(new Error("interrupted"));
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

/** Asks every running pulumi to stop as Ctrl-C would, then as a second one would; what is left after that is killed. */
export async function interruptPulumi(): Promise<void> {
  isEnding = true;
  await Promise.all([...running].map(interrupt));
}

async function interrupt(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const family = descendantsOf(child.pid);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const again = setTimeout(() => child.kill("SIGINT"), 15_000);
  const atLast = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(again);
  clearTimeout(atLast);
  // Plugins and the program end with pulumi; when it was killed, nobody has told them.
  for (const process of family) signalProcess(process, "SIGKILL");
}

/** The processes that a process has started, and theirs. */
function descendantsOf(pid: number): readonly ProcessIdentity[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  return children.flatMap((child) => {
    const identity = identify(child);
    return [...descendantsOf(child), ...(identity === undefined ? [] : [identity])];
  });
}

/** The fourth field of stat, the second after the name in parentheses. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
