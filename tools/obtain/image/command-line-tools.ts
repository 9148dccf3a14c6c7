import { copyFile, mkdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findOnPath, outputOf } from "../child";
import { ensureDebianPackages } from "../debian";
import { digestOf } from "../digest";
import { copySharedLibraries } from "./shared-libraries";

/** Programs of Pulsar's images that busybox has no like of: the shell of its scripts, and what loads files from the web. */
const tools = [
  { name: "bash", path: "bin/bash" },
  { name: "curl", path: "usr/bin/curl" },
] as const;

/** A text that changes with the programs. */
export async function commandLineToolsVersion(): Promise<string> {
  const versions = tools.map(async ({ name }) => (await outputOf(name, ["--version"])) ?? "not there yet");
  return digestOf(...(await Promise.all(versions)));
}

/** Adds this machine's programs, with the libraries that they need. */
export async function layCommandLineTools(root: string): Promise<void> {
  const missing = tools.map(({ name }) => name).filter((name) => findOnPath(name) === undefined);
  await ensureDebianPackages(missing, "the tests that run real pods are skipped without it");
  for (const { name, path } of tools) {
    const program = findOnPath(name);
    if (program === undefined) throw new Error(`${name} is installed, but is not on the PATH`);
    await mkdir(join(root, dirname(path)), { recursive: true });
    await copyFile(await realpath(program), join(root, path));
  }
  const programs = tools.map(({ path }) => join(root, path));
  await copySharedLibraries(root, programs);
}
