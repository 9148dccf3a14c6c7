import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "../obtain/cache";
import { isRunning, type ProcessIdentity, processWorld } from "./process-identity";

/** What one started server consists of; enough for another process to take it down when its owner was killed. */
export interface RunRecord {
  readonly id: string;
  readonly name: string;
  readonly directory: string;
  readonly owner: ProcessIdentity;
  readonly processes: readonly ProcessIdentity[];
  /** Set when a network namespace, links, routes and cgroups with this number belong to it. */
  readonly nodeIndex?: number;
}

/**
 * Records are kept apart by boot and PID namespace: a container that shares the cache with its host, or another
 * machine with the same home directory, would otherwise take every foreign owner for dead.
 */
export function registryDirectory(): string {
  return join(cacheDirectory(), "running", processWorld());
}

const fileOf = (id: string): string => join(registryDirectory(), `${id}.json`);

/** Written before what it names is made, so that nothing can exist without a record. */
export function writeRecord(record: RunRecord): void {
  mkdirSync(registryDirectory(), { recursive: true });
  const draft = `${fileOf(record.id)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, fileOf(record.id));
}

export function removeRecord(record: RunRecord): void {
  rmSync(fileOf(record.id), { force: true });
}

/** Records whose owner no longer runs. */
export function orphanedRecords(): readonly RunRecord[] {
  let files: readonly string[];
  try {
    files = readdirSync(registryDirectory());
  } catch {
    return [];
  }
  return files
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => readRecord(join(registryDirectory(), file)))
    .filter((record) => !isRunning(record.owner));
}

function readRecord(file: string): readonly RunRecord[] {
  try {
    return [JSON.parse(readFileSync(file, "utf8")) as RunRecord];
  } catch {
    return []; // removed by its owner in between
  }
}
