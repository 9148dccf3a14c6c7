import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { fieldsEndingIn } from "../explain/fields-ending-in";
import { type Field, findFields, topShape } from "../explain/find-field";
import { operatorWords } from "../explain/operator-words";
import { fieldList, printField } from "../explain/print-field";
import { similarFields } from "../explain/similar-fields";
import { wrapped } from "../explain/wrapped";
import { type ExitCode, exitCode } from "../exit-code";
import type { Terminal } from "../terminal";

/** `explain [FIELD]` */
export function explain(path: string | undefined, terminal: Pick<Terminal, "out" | "err" | "schema">): ExitCode {
  const schema = terminal.schema();
  if (path === undefined) {
    terminal.out(`The arguments of a mesh\n\n${fieldList(topShape(schema).properties, schema)}`);
    return exitCode.done;
  }
  const manifest = path.replace(/^spec\./, "");
  const own = Object.hasOwn(operatorWords, manifest) ? operatorWords[manifest] : undefined;
  const fields = fieldsOf(own ?? manifest, schema);
  if (fields.length === 0) {
    terminal.err(unknownField(path, schema));
    return exitCode.usage;
  }
  if (own !== undefined) terminal.out(`${path} is the operator's word for ${own}.\n\n`);
  terminal.out(printFields(fields, schema));
  terminal.out(elsewhere(own ?? manifest, fields, schema));
  return exitCode.done;
}

/** The fields at a path; where there is none, all that a path ends in: what a word means depends on what it is a word of. */
function fieldsOf(path: string, schema: PackageSchema): readonly Field[] {
  const fields = findFields(path, schema);
  return fields.length > 0 ? fields : fieldsEndingIn(path, schema);
}

/** Where else a word stands, so that nobody takes the one that was printed for the only one. */
function elsewhere(path: string, printed: readonly Field[], schema: PackageSchema): string {
  const known = new Set(printed.map((field) => field.path));
  const others = fieldsEndingIn(path, schema).filter((field) => !known.has(field.path));
  return others.length === 0
    ? ""
    : `\n${wrapped(`The same word elsewhere: ${others.map((field) => field.path).join(", ")}`)}`;
}

/** A field that is the same in functions, sources and sinks is printed once. */
function printFields(fields: readonly Field[], schema: PackageSchema): string {
  const texts = new Map<string, string[]>();
  for (const field of fields) {
    const [heading = "", ...text] = printField(field, schema).split("\n");
    texts.set(text.join("\n"), [...(texts.get(text.join("\n")) ?? []), heading]);
  }
  return [...texts].map(([text, headings]) => `${headings.join("\n")}\n${text}`).join("\n");
}

function unknownField(path: string, schema: PackageSchema): string {
  const similar = similarFields(path, schema);
  if (similar.length > 0) return `there is no field ${path}; did you mean ${similar.join(", ")}?\n`;
  return wrapped(
    `there is no field ${path}; at the top there are ${Object.keys(topShape(schema).properties).join(", ")}`,
  );
}
