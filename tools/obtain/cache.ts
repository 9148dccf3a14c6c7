import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { interruptible } from "./interrupt";
import { withLock } from "./lock";
import { isAlive, ownerOfName, ownerSuffix, self } from "./owner";

/** One thing in the cache: always a directory, complete as soon as it exists under its name. */
export interface Entry {
  readonly name: string;
  readonly version: string;
  /** Digest of whatever else decides the content (wrapper sources, a list of pins): other inputs, other entry. */
  readonly key?: string;
}

/** Where everything obtained is kept: outside the checkout, so that a fresh clone finds it again. */
export function cacheDirectory(): string {
  const own = process.env["FUNCTION_MESH_CACHE"];
  if (own !== undefined && own !== "") return own;
  const base = process.env["XDG_CACHE_HOME"];
  return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "function-mesh");
}

/** The directory of the entry, whether it is there or not. */
export function entryPath({ name, version, key }: Entry): string {
  return join(cacheDirectory(), [name, version, ...(key === undefined ? [] : [key.slice(0, 12)])].join("-"));
}

/** The directory of the entry if it has been made. */
export function findEntry(entry: Entry): string | undefined {
  const path = entryPath(entry);
  return existsSync(path) ? path : undefined;
}

/** A file for the output of a tool; each run starts it anew. */
export async function logFile(name: string): Promise<string> {
  const directory = join(cacheDirectory(), "log");
  await mkdir(directory, { recursive: true });
  return join(directory, `${name}.log`);
}

/** A lock that all processes with this cache directory share. */
export async function withCacheLock<T>(name: string, what: string, action: () => Promise<T>): Promise<T> {
  const directory = join(cacheDirectory(), "lock");
  await mkdir(directory, { recursive: true });
  return withLock(join(directory, name), what, action);
}

const unfinished = ".making.";

/** Removes what processes that were killed had begun. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheDirectory())) {
    const owner = name.includes(unfinished) ? ownerOfName(name) : undefined;
    if (owner === undefined || isAlive(owner)) continue;
    await rm(join(cacheDirectory(), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

async function makeEntry(path: string, make: (directory: string) => Promise<void>): Promise<void> {
  const temporary = `${path}${unfinished}${ownerSuffix(self)}`;
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary);
    await make(temporary);
    await rename(temporary, path).catch((error: unknown) => {
      if (!existsSync(path)) throw error; // else another process was faster, with the same content
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** What this process is making: a second request for the same entry joins the first. */
const underWay = new Map<string, Promise<string>>();

/**
 * Returns the entry's directory, made first when it is not there. `make` fills an empty directory beside it, which
 * one rename puts in place: killed at any moment, nothing half-made is ever found under the entry's name.
 * `make` must write no path of its directory into files, since the directory moves.
 */
export async function obtainOnce(entry: Entry, make: (directory: string) => Promise<void>): Promise<string> {
  const path = entryPath(entry);
  if (existsSync(path)) return path;
  const running = underWay.get(path);
  if (running !== undefined) return running;
  const making = interruptible(async () => {
    await mkdir(cacheDirectory(), { recursive: true });
    await withCacheLock(path.slice(cacheDirectory().length + 1), `${entry.name} ${entry.version}`, async () => {
      if (existsSync(path)) return;
      await removeLeftovers();
      await makeEntry(path, make);
    });
    return path;
  }).finally(() => underWay.delete(path));
  underWay.set(path, making);
  return making;
}
