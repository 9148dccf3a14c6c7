import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { logFile } from "./cache";
import { interruption, trackGroup } from "./interrupt";
import { CommandFailed } from "./unobtainable";

const quotedLines = 20;

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Name of the log that holds what it prints. */
  readonly log: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether to yield the processor to whatever else runs, which builds of minutes should. */
  readonly isPolite?: boolean;
}

/** The first executable file of that name on the PATH. */
export function findOnPath(name: string): string | undefined {
  for (const directory of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(directory, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // look further
    }
  }
  return undefined;
}

/**
 * Runs a long command with its output in a log file; a failure quotes the log's end. The child leads a process group
 * of its own, so that an interruption ends its own children as well.
 */
export async function runLogged({ command, args, log, cwd, env, isPolite }: Command): Promise<void> {
  interruption.throwIfAborted();
  const path = await logFile(log);
  const file = await open(path, "w");
  const [program, ...rest] = isPolite === true ? ["nice", "-n", "10", command, ...args] : [command, ...args];
  try {
    const child = spawn(program, rest, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", file.fd, file.fd],
      detached: true,
    });
    const ended = once(child, "close");
    const untrack = child.pid === undefined ? undefined : trackGroup(child.pid);
    const [code, signal]: unknown[] = await ended.finally(untrack);
    interruption.throwIfAborted();
    if (code === 0) return;
    const end = (await readFile(path, "utf8")).trimEnd().split("\n").slice(-quotedLines).join("\n    ");
    const how = typeof signal === "string" ? `was ended by ${signal}` : `failed with exit code ${String(code)}`;
    throw new CommandFailed(`${command} ${how} (log: ${path})`, `    ${end}`);
  } finally {
    await file.close();
  }
}

/** What a short command prints on standard output, or undefined when it cannot be run or fails. */
export async function outputOf(
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"] });
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  try {
    const [code]: unknown[] = await once(child, "close");
    return code === 0 ? Buffer.concat(pieces).toString("utf8") : undefined;
  } catch {
    return undefined; // there is no such command
  }
}

/** Runs the actions given to it one after the other, whoever asks: two Go builds at once need twice the memory. */
export function oneAtATime(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next.catch(() => undefined);
    return next;
  };
}
