import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names the run that a directory belongs to: only a directory with the right mark is ever deleted. */
const markFile = ".function-mesh-run";

/** Unix sockets below the directory must stay within the kernel's 107 bytes for a socket's path. */
const longestDirectory = 70;

/** Makes the directory of a run; refuses one that holds somebody's files. */
export function makeRunDirectory(directory: string, id: string): void {
  if (directory.length > longestDirectory)
    throw new Error(`${directory}: too long, sockets need a directory of at most ${longestDirectory} characters`);
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new Error(`${directory}: not empty; give a new directory, everything in it is deleted when the server stops`);
  mkdirSync(join(directory, "log"), { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, markFile), id);
}

export function removeRunDirectory(directory: string, id: string): void {
  try {
    if (readFileSync(join(directory, markFile), "utf8") !== id) return;
  } catch {
    return;
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
