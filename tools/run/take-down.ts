import { removeNodeCgroups } from "./node-cgroups";
import { removeNodeNetwork } from "./node-network";
import { waitSync } from "./pause";
import { isRunning, signalProcess } from "./process-identity";
import { removeRunDirectory } from "./run-directory";
import { removeRecord, type RunRecord } from "./registry";

/**
 * Removes everything that a record names, in the order in which the parts hold each other. Idempotent, and blocking on
 * purpose: the same code serves a normal stop, the exit of the process, and what a killed process left.
 */
export function takeDown(record: RunRecord): void {
  for (const process of record.processes) signalProcess(process, "SIGKILL");
  const stillRunning = (): boolean => record.processes.some(isRunning);
  if (!waitSync(10_000, () => !stillRunning()))
    throw new Error(
      `${record.name}: processes survive SIGKILL: ${record.processes.filter(isRunning).map((p) => p.pid)}`,
    );
  if (record.nodeIndex !== undefined) {
    removeNodeCgroups(record.nodeIndex);
    removeNodeNetwork(record.nodeIndex);
  }
  removeRunDirectory(record.directory, record.id);
  removeRecord(record);
}
