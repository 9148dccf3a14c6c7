import { setTimeout as sleep } from "node:timers/promises";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const graceMs = 5_000;

/** Thrown by whatever was under way when the process was told to end. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
  }
}

/** The process groups of the children that run now: each child leads its own, named by its process id. */
const groups = new Set<number>();
const controller = new AbortController();
let holders = 0;

/** Aborted once this process was told to end; its reason is an {@link Interrupted}. */
export const interruption: AbortSignal = controller.signal;

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    groups.delete(group); // it is gone
  }
}

async function endGroups(): Promise<void> {
  for (const group of groups) signalGroup(group, "SIGTERM");
  await sleep(graceMs, undefined, { ref: false });
  for (const group of groups) signalGroup(group, "SIGKILL");
}

function onSignal(signal: NodeJS.Signals): void {
  if (!controller.signal.aborted) controller.abort(new Interrupted(signal));
  void endGroups();
}

/** Without this a process that calls `process.exit` would leave its builds running. */
const onExit = (): void => groups.forEach((group) => signalGroup(group, "SIGKILL"));

function hold(): void {
  if (holders++ > 0) return;
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", onExit);
}

function release(): void {
  if (--holders > 0) return;
  for (const signal of signals) process.off(signal, onSignal);
  process.off("exit", onExit);
  const cause: unknown = controller.signal.reason;
  // Whoever else listens has had the signal already; when nobody does, the signal ends the process as it would have.
  if (cause instanceof Interrupted && process.listenerCount(cause.signal) === 0)
    process.kill(process.pid, cause.signal);
}

/** Runs work that cleans up behind itself; a signal during it ends the children, lets the work clean up, then counts. */
export async function interruptible<T>(work: () => Promise<T>): Promise<T> {
  hold();
  try {
    interruption.throwIfAborted();
    return await work();
  } finally {
    release();
  }
}

/** Registers a child that leads a process group; returns what to call when it has ended. */
export function trackGroup(pid: number): () => void {
  groups.add(pid);
  if (interruption.aborted) signalGroup(pid, "SIGTERM"); // it was started a moment too late to be told
  return () => void groups.delete(pid);
}
