import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { identify, type ProcessIdentity, signalProcess } from "./process-identity";

/** A server process with its output in a log file. */
export interface StartedProcess {
  readonly name: string;
  readonly identity: ProcessIdentity;
  readonly logFile: string;
  /** How it ended, as a sentence's end; undefined while it runs. */
  ending(): string | undefined;
  /** Sends a signal and waits; SIGKILL after `seconds`. False when that was needed. */
  end(signal: NodeJS.Signals, seconds: number): Promise<boolean>;
}

/**
 * The kernel kills the command when this process dies, even by SIGKILL. setpriv executes the command in its own place,
 * so the number of the child is the number of the command.
 */
export const tied = (command: readonly string[]): readonly string[] => [
  "setpriv",
  "--pdeathsig",
  "KILL",
  "--",
  ...command,
];

/** The environment without proxies: Go programs would send even requests to a node's own address through them. */
export function withoutProxies(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)));
}

/** Starts a server in a session of its own, so that Ctrl-C in a terminal reaches only us and we decide the order. */
export function startProcess(options: {
  readonly name: string;
  readonly command: readonly string[];
  readonly logFile: string;
  readonly directory: string;
}): StartedProcess {
  const log = openSync(options.logFile, "a");
  const [executable = "", ...args] = tied(options.command);
  const child = spawn(executable, args, {
    cwd: options.directory,
    detached: true,
    env: withoutProxies(),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  child.on("error", () => undefined); // reported below, as a child without a number
  if (identity === undefined) throw new Error(`${options.name}: could not start ${executable}`);
  child.unref();
  return watch(options.name, options.logFile, { child, identity });
}

function watch(
  name: string,
  logFile: string,
  { child, identity }: { readonly child: ChildProcess; readonly identity: ProcessIdentity },
): StartedProcess {
  let ending: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      ending = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      resolve();
    });
  });
  return {
    name,
    identity,
    logFile,
    ending: () => ending,
    end: async (signal, seconds) => {
      let isInTime = true;
      const timer = setTimeout(() => {
        isInTime = false;
        signalProcess(identity, "SIGKILL");
      }, seconds * 1000);
      signalProcess(identity, signal);
      await ended;
      clearTimeout(timer);
      return isInTime;
    },
  };
}

/** The end of a log, for messages to people. */
export function lastLines(logFile: string, count = 20): string {
  const most = 64 * 1024; // a server in trouble may have written gigabytes
  let descriptor: number;
  try {
    descriptor = openSync(logFile, "r");
  } catch {
    return "";
  }
  try {
    const { size } = fstatSync(descriptor);
    const end = Buffer.alloc(Math.min(size, most));
    readSync(descriptor, end, 0, end.length, size - end.length);
    return end.toString().trimEnd().split("\n").slice(-count).join("\n");
  } finally {
    closeSync(descriptor);
  }
}
