import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Bundles the command line as a release would. */
export async function buildCli(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(__dirname, "cli.mjs")]);
}
