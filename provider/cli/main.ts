// Entry of the command line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageSchema } from "../pulumi/schema/package-schema";
import { readFile } from "./input/read-file";
import { runProgram } from "./program";

const root = join(__dirname, "..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
let schema: PackageSchema | undefined;

endQuietlyWithReader();
process.exitCode = runProgram(process.argv.slice(2), {
  version: readJson("package.json").version,
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    read: readFile,
    schema: () => (schema ??= readJson("schema.json")),
  },
});

/** `function-mesh … | head` ends when head does. */
function endQuietlyWithReader(): void {
  process.stdout.on("error", (error) => {
    if (Reflect.get(error, "code") !== "EPIPE") throw error;
    process.exit(0);
  });
}
