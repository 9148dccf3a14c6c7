import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(__dirname, "..", "..");

/** Bundles the provider as a release would. */
export async function buildProvider(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, "tools", "build", "main.mjs")], { cwd: root });
}
