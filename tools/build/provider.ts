import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

let bundling: Promise<unknown> | undefined;

/** Bundles the provider as a release would; once in a process. */
export async function buildProvider(): Promise<void> {
  bundling ??= promisify(execFile)(process.execPath, [join(__dirname, "main.mjs")]);
  await bundling;
}
