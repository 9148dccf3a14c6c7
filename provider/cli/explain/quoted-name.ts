import { writtenSteps } from "../../model/argument-path";
import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { findFields } from "./find-field";

/**
 * A path that was taken for one of a field, written so that its last word is a name of somebody's own: `topics["input"]`. Undefined
 * where no name can stand there.
 */
export function withQuotedName(path: string, schema: PackageSchema): string | undefined {
  const steps = writtenSteps(path);
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2 || !path.endsWith(`.${last}`)) return undefined;
  const quoted = `${path.slice(0, -last.length - 1)}["${last}"]`;
  return findFields(quoted, schema).some((field) => field.path.endsWith("<name>")) ? quoted : undefined;
}
