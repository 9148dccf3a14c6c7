import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory } from "../obtain/cache";
import { type Run } from "./run";

/**
 * An archive of the loaded classes (AppCDS) halves the start of a JVM. The first Pulsar writes it when it ends, which
 * takes some seconds, and the later ones use it.
 */
export interface ClassArchive {
  /** For the command line of this start. */
  readonly flags: readonly string[];
  /** Whether this JVM is to write the archive: then it must be asked to end, not killed. */
  isWanted(): boolean;
  /** Puts what the JVM wrote into the cache. */
  keep(): void;
}

/** The run of this process that writes an archive: several that start at once must not all pay for it. */
let writer: Run | undefined;

export async function classArchive(run: Run, java: string, home: string): Promise<ClassArchive> {
  const file = await archiveFile(java, home);
  if (existsSync(file))
    return { flags: [`-XX:SharedArchiveFile=${file}`, "-Xshare:auto"], isWanted: () => false, keep };
  writer ??= run;
  if (writer !== run) return { flags: ["-Xshare:auto"], isWanted: () => false, keep };
  const written = run.path("classes.jsa");
  return {
    flags: [`-XX:ArchiveClassesAtExit=${written}`],
    isWanted: () => !existsSync(file), // another process may have been faster
    keep: () => moveIntoCache(written, file),
  };
}

const keep = (): void => undefined;

/** Another JVM or another distribution cannot use the archive. */
async function archiveFile(java: string, home: string): Promise<string> {
  const { stderr } = await promisify(execFile)(java, ["-version"]);
  const digest = createHash("sha256").update(`${stderr}\n${home}`).digest("hex").slice(0, 12);
  return join(cacheDirectory(), "class-archives", `pulsar-${digest}.jsa`);
}

/** By a copy and a rename, since the run may be on another file system, and others may look at any moment. */
function moveIntoCache(written: string, file: string): void {
  writer = undefined;
  if (!existsSync(written) || statSync(written).size === 0) return;
  const draft = `${file}.${process.pid}`;
  mkdirSync(join(cacheDirectory(), "class-archives"), { recursive: true });
  copyFileSync(written, draft);
  renameSync(draft, file);
  rmSync(written);
}
