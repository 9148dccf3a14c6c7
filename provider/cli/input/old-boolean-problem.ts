import type { Problem } from "../../model/problem";
import type { OldBoolean } from "../../model/yaml-booleans";

/** Arguments of a mesh are meant for a program, and there `yes` is no boolean. */
export const oldBooleanProblem = ({ path, word, value }: OldBoolean): Problem => ({
  code: "FM080",
  severity: "warning",
  path,
  message: `${word} is ${String(value)} here, as kubectl reads it, but a text in a program, since Pulumi reads YAML 1.2`,
  help: `write ${String(value)}`,
});
