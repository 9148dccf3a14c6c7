import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { identify } from "../../run/process-identity";
import { locksDirectory, Project, type ProjectOptions, stackFile } from "../project";
import { readStackRecord } from "./stack-record";
import { type Reached, sweep } from "./sweep";

/** How long a pulumi may take to end whose quickstart was killed: it is interrupted then. */
const lockSeconds = 60;

/** True when there is a stack, and therefore something that it may have made. */
export const isDeployed = (options: ProjectOptions): boolean => existsSync(stackFile(options));

/** Destroys what a run has made: also one that was killed, and after an interrupt. */
export async function takeDown(options: ProjectOptions, reached: Reached): Promise<void> {
  if (!isDeployed(options)) return;
  const project = await Project.open(options);
  await waitForOthers(options);
  const record = await readStackRecord(options);
  if (record.hasUnknown) await sweep(record, reached);
  // A pulumi that was killed has left its lock.
  await project.run(["cancel", "--yes", "--stack", "local"], { takesDown: true });
  const { code, output } = await project.run(["destroy", "--yes", "--skip-preview", "--stack", "local"], {
    takesDown: true,
  });
  if (code !== 0) throw new Error(`pulumi destroy failed:\n${output}`);
}

/** Until no pulumi of an earlier run writes the state any more. */
async function waitForOthers(options: ProjectOptions): Promise<void> {
  const deadline = Date.now() + lockSeconds * 1000;
  for (;;) {
    const alive = (await lockOwners(options)).find((pid) => identify(pid) !== undefined);
    if (alive === undefined) return;
    if (Date.now() > deadline)
      throw new Error(`pulumi (process ${alive}) of an earlier run is still at it; end it first`);
    await delay(100);
  }
}

/** The processes that hold locks of the stack, as pulumi writes them down. */
async function lockOwners(options: ProjectOptions): Promise<readonly number[]> {
  const directory = locksDirectory(options);
  const entries = await readdir(directory, { recursive: true }).catch((): string[] => []);
  const texts = await Promise.all(
    entries
      .filter((name) => name.endsWith(".json"))
      .map((name) => readFile(join(directory, name), "utf8").catch(() => "")),
  );
  return texts.flatMap((text) => [...text.matchAll(/"pid":\s*(\d+)/g)].map(([, pid]) => Number(pid)));
}
