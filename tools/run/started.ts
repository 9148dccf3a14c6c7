import { join } from "node:path";
import { exclusively } from "./file-lock";
import { orphanedRecords, registryDirectory } from "./registry";
import { Run } from "./run";
import { takeDown } from "./take-down";

/** Everything that this process has started and not yet stopped. */
const openRuns = new Set<Run>();
let isWatching = false;
let isEnding = false;
let leavesSignals = false;

/** For a program that has something to end before its servers: on a signal it calls `stopAll` itself. */
export function leaveSignalsToProgram(): void {
  leavesSignals = true;
}

/** Begins a run that is stopped, at the latest, when this process ends. */
export function openRun(options: { readonly name: string; readonly directory: string }): Run {
  if (isEnding) throw new Error("this process is ending: nothing is started any more");
  if (!isWatching) {
    isWatching = true;
    watchForTheEnd();
    takeDownOrphans();
  }
  const run = new Run(options);
  openRuns.add(run);
  return run;
}

export async function closeRun(run: Run): Promise<void> {
  await run.close();
  openRuns.delete(run);
}

/** Runs the steps of a start; when one fails, what the earlier ones made is removed and the error goes on. */
export async function startOrClose<T>(run: Run, steps: () => Promise<T>): Promise<T> {
  try {
    const result = await steps();
    run.assertOpen();
    return result;
  } catch (error) {
    await closeRun(run);
    throw error;
  }
}

/** Stops everything that this process has started. */
export async function stopAll(): Promise<void> {
  const results = await Promise.allSettled([...openRuns].map(closeRun));
  const failures = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
  if (failures.length > 0) throw new Error(failures.join("\n"));
}

/** Takes down what processes left that were killed before they could clean up. Does not touch what has a living owner. */
export async function removeLeftovers(): Promise<void> {
  takeDownOrphans();
}

function takeDownOrphans(): void {
  if (orphanedRecords().length === 0) return;
  exclusively(join(registryDirectory(), "leftovers.lock"), () => {
    for (const record of orphanedRecords()) takeDown(record);
  });
}

function watchForTheEnd(): void {
  // Also reached by process.exit() and by an error that nobody catches: the last chance, and synchronous.
  process.on("exit", () => {
    isEnding = true;
    for (const run of openRuns) run.closeSync();
  });
  if (leavesSignals) return;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, endBySignal);
}

async function endBySignal(signal: NodeJS.Signals): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await stopAll().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.removeListener(signal, endBySignal);
  // Somebody else listening decides when to end; otherwise the signal does what it does by default.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
