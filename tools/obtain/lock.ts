import { readFileSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { interruption } from "./interrupt";
import { isAlive, self, ownerSuffix, type Owner } from "./owner";
import { duration, say } from "./progress";

const pollMs = 100;
const sayEveryMs = 60_000;
const waitLimitMs = 60 * 60_000;

function parseOwner(text: string): Owner | undefined {
  const [pid, start] = text.trim().split(" ");
  return pid === undefined || start === undefined ? undefined : { pid: Number(pid), start };
}

/** Takes the lock if it is free. The file appears with its content, so that nobody reads half an owner. */
async function take(path: string): Promise<boolean> {
  const mine = `${path}.${ownerSuffix(self)}`;
  await writeFile(mine, `${self.pid} ${self.start}\n`);
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

/**
 * Removes the lock of a process that is gone. Two may try at once and the second could catch the lock which a third
 * has taken meanwhile: what was moved aside is looked at again and put back when it is not the stale one.
 */
async function breakStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale.${ownerSuffix(self)}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, "utf8")) !== stale) await link(aside, path);
  } catch {
    // Another process was faster.
  } finally {
    await rm(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

async function acquire(path: string, what: string): Promise<void> {
  const start = Date.now();
  let said = start - sayEveryMs + 1_000; // the first word after a second: most waits are over by then
  while (!(await take(path))) {
    const text = read(path);
    const owner = text === undefined ? undefined : parseOwner(text);
    if (text !== undefined && (owner === undefined || !isAlive(owner))) {
      await breakStale(path, text);
      continue;
    }
    const waited = Date.now() - start;
    if (waited > waitLimitMs) {
      throw new Error(`process ${owner?.pid ?? "?"} has held ${path} for ${duration(waited)}; end it and try again`);
    }
    if (Date.now() - said >= sayEveryMs) {
      said = Date.now();
      say(`${what}: waiting for process ${owner?.pid ?? "?"}, which is at it (${duration(waited)} so far)`);
    }
    await sleep(pollMs, undefined, { signal: interruption }).catch(() => interruption.throwIfAborted());
  }
}

/**
 * Runs the action while this process holds the lock file. Exclusion is an economy, not what correctness rests on:
 * what is made under a lock is put in place by one rename, so the rare double work is harmless.
 */
export async function withLock<T>(path: string, what: string, action: () => Promise<T>): Promise<T> {
  await acquire(path, what);
  try {
    return await action();
  } finally {
    if (read(path) === `${self.pid} ${self.start}\n`) await rm(path, { force: true });
  }
}
