import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Runs `action` while no other process holds the same lock file. The kernel drops the lock when this process dies,
 * so a lock is never stale: flock(1) locks the open file that it inherits, and the lock stays with our descriptor.
 */
export function exclusively<T>(file: string, action: () => T): T {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "a");
  try {
    const { status } = spawnSync("flock", ["--exclusive", "--timeout", "60", "3"], {
      stdio: ["ignore", "ignore", "ignore", descriptor],
    });
    if (status !== 0) throw new Error(`could not get the lock ${file} within 60 s`);
    return action();
  } finally {
    closeSync(descriptor);
  }
}
