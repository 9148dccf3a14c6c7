import { writtenSteps } from "../../model/argument-path";
import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { allFields } from "./all-fields";
import { type Field, findFields } from "./find-field";

/** All fields whose path ends in the given one, each once: `typeClassName` is one of inputs, of outputs and of connectors. */
export function fieldsEndingIn(path: string, schema: PackageSchema): readonly Field[] {
  const ending = `.${writtenSteps(path).join(".")}`;
  if (ending === ".") return [];
  const paths = allFields(schema).filter((field) => field.endsWith(ending));
  const fields = paths.flatMap((field) => findFields(field, schema));
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}
