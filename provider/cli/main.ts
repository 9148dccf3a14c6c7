// Entry of the command line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageSchema } from "../pulumi/schema/package-schema";
import { exitCode } from "./exit-code";
import { readFile } from "./input/read-file";
import { runProgram } from "./program";

const root = join(__dirname, "..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
let schema: PackageSchema | undefined;

process.stdout.on("error", endWithoutReader);
// Where it cannot be written there is nowhere to say so, and the result is still there.
process.stderr.on("error", () => undefined);
process.exitCode = runProgram(process.argv.slice(2), {
  version: readJson("package.json").version,
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    read: readFile,
    schema: () => (schema ??= readJson("schema.json")),
  },
});

/** `function-mesh … | head` ends when head does, with the command's own code. A full disk must not pass for a difference of two meshes. */
function endWithoutReader(error: Error): void {
  if (Reflect.get(error, "code") !== "EPIPE") {
    process.stderr.write(`error: the output cannot be written: ${error.message}\n`);
    process.exitCode = exitCode.usage;
  }
  process.exit();
}
