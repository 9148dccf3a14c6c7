import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../../provider/cli/program";
import { UnreadableFile } from "../../../provider/cli/input/unreadable-file";
import type { Terminal } from "../../../provider/cli/terminal";
import type { PackageSchema } from "../../../provider/pulumi/schema/package-schema";

export const schema: PackageSchema = JSON.parse(readFileSync(join(__dirname, "../../../schema.json"), "utf8"));

export type Files = Readonly<Record<string, string>>;

/** Reads the given texts in place of files. */
export const readsFiles = (files: Files): Pick<Terminal, "read" | "schema"> => ({
  read: (file) => {
    const text = files[file];
    if (text === undefined) throw new UnreadableFile("cannot be read: there is no such file");
    return text;
  },
  schema: () => schema,
});

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process. */
export function run(args: readonly string[], files: Files = {}): Ran {
  const written = { out: "", err: "" };
  const terminal: Terminal = {
    ...readsFiles(files),
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
  };
  return { code: runProgram(args, { terminal, version: "1.2.3" }), ...written };
}
