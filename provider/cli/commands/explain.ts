import { writtenSteps } from "../../model/argument-path";
import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { fieldsEndingIn } from "../explain/fields-ending-in";
import { type Field, findFields, topShape } from "../explain/find-field";
import { type OperatorFields, operatorFields, operatorFieldsBelow } from "../explain/operator-fields";
import { outputText } from "../explain/output-text";
import { fieldList, printField } from "../explain/print-field";
import { withQuotedName } from "../explain/quoted-name";
import { similarFields } from "../explain/similar-fields";
import { wrapped } from "../explain/wrapped";
import { type ExitCode, exitCode } from "../exit-code";
import type { Terminal } from "../terminal";

/** `explain [FIELD]` */
export function explain(path: string | undefined, terminal: Pick<Terminal, "out" | "err" | "schema">): ExitCode {
  const schema = terminal.schema();
  if (path === undefined || path === "") {
    terminal.out(`The arguments of a mesh\n\n${fieldList(topShape(schema).properties, schema)}`);
    return exitCode.done;
  }
  const manifest = path.replace(/^spec\./, "");
  // What a manifest calls `pulsar` is not what a mesh calls so.
  const isOurs = manifest === path && Object.hasOwn(topShape(schema).properties, path);
  const operators = isOurs ? undefined : operatorFields(manifest, schema);
  if (operators !== undefined) return explainOperators(path, operators, terminal);
  const fields = fieldsOf(manifest, schema);
  if (fields.length > 0) {
    terminal.out(printFields(fields, schema) + elsewhere(manifest, fields, schema));
    return exitCode.done;
  }
  const below = operatorFieldsBelow(manifest, schema);
  if (below !== undefined) return explainOperators(path, below, terminal);
  const output = outputText(path, schema);
  if (output !== undefined) {
    terminal.out(output);
    return exitCode.done;
  }
  terminal.err(wrapped([unknownField(path, schema), ...entryHint(path, schema)].join("\n")));
  return exitCode.usage;
}

function explainOperators(
  path: string,
  found: OperatorFields,
  { out, schema }: Pick<Terminal, "out" | "schema">,
): ExitCode {
  if (found.kind === "without-effect") {
    out(wrapped(`${path} is a field of the operator's that has no effect here: ${found.reason}.`));
    return exitCode.done;
  }
  out(`${path} is the operator's word for ${found.own.join(" or ")}.\n\n`);
  out(printFields(found.fields, schema()));
  const [only, ...others] = found.own;
  if (only !== undefined && others.length === 0) out(elsewhere(only, found.fields, schema()));
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
  const none = `there is no field ${path}`;
  const similar = similarFields(path, schema);
  if (similar.length > 0) return `${none}; did you mean ${similar.join(", ")}?`;
  const above = writtenSteps(path).slice(0, -1).join(".");
  if (findFields(above, schema).length > 0) return `${none}; function-mesh explain ${above} lists those there are`;
  return `${none}; at the top there are ${Object.keys(topShape(schema).properties).join(", ")}`;
}

/** A topic or a member may well be called like a field. Shells take double quotes away that stand in no others. */
function entryHint(path: string, schema: PackageSchema): readonly string[] {
  const quoted = withQuotedName(path, schema);
  return quoted === undefined ? [] : [`for an entry of that name write '${quoted}'`];
}
