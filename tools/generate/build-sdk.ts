import { execFile } from "node:child_process";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { withCacheLock } from "../obtain/cache";
import { digestOf } from "../obtain/digest";
import { root } from "./root";
import { ownedFiles } from "./write-files";

const directory = join(root, "sdk/nodejs");
const stamp = "built-from.txt";

/**
 * Compiles the SDK for Node.js where it is not compiled yet, or was from other sources; returns the directory that
 * programs install: `npm install <directory>`.
 */
export async function buildNodejsSdk(): Promise<string> {
  const sources = await digestOfSources();
  if ((await builtFrom()) === sources) return directory;
  return withCacheLock("sdk-nodejs", "the SDK for Node.js", async () => {
    if ((await builtFrom()) !== sources) await compile(sources);
    return directory;
  });
}

async function digestOfSources(): Promise<string> {
  const paths = [...ownedFiles("sdk/nodejs/")].sort();
  return digestOf(
    ...(await Promise.all(paths.map(async (path) => `${path}\n${await readFile(join(root, path), "utf8")}`))),
  );
}

const builtFrom = (): Promise<string | undefined> =>
  readFile(join(directory, "bin", stamp), "utf8").catch(() => undefined);

/** Compiles beside bin/ and swaps: a program that starts meanwhile sees the old or the new files. */
async function compile(sources: string): Promise<void> {
  const fresh = join(directory, "dist");
  await rm(fresh, { recursive: true, force: true });
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [compiler, "--project", directory, "--outDir", fresh]).catch(
    (error: { stdout?: string }) => {
      throw new Error(`the SDK for Node.js does not compile:\n${error.stdout ?? String(error)}`);
    },
  );
  await copyFile(join(directory, "package.json"), join(fresh, "package.json"));
  await writeFile(join(fresh, stamp), sources);
  await rm(join(directory, "bin"), { recursive: true, force: true });
  await rename(fresh, join(directory, "bin"));
}
