import type { Problem } from "../../model/problem";
import type { OldBoolean } from "../../model/yaml-booleans";
import { isUnknownArgument } from "../../pulumi/schema/unknown-argument";
import { wantsText } from "../../pulumi/schema/wanted-text";

/** A topic called `y` is no boolean to who writes it: of such a word where something else is wanted, that is what is to be said. */
export function toldByWord(problem: Problem, booleans: readonly OldBoolean[]): Problem {
  const boolean = booleans.find(({ path }) => path === problem.path);
  if (boolean === undefined || isUnknownArgument(problem)) return problem;
  const { word, value } = boolean;
  const message = `is ${word} without quotes, which is the boolean ${String(value)} here, as kubectl reads it`;
  return { ...problem, message, help: wantsText(problem) ? `write "${word}" in quotes` : problem.help };
}

/** Arguments of a mesh are meant for a program, and there `yes` is no boolean. */
export const oldBooleanProblem = ({ path, word, value }: OldBoolean): Problem => ({
  code: "FM080",
  severity: "warning",
  path,
  message: `${word} is ${String(value)} here, as kubectl reads it, but a text in a program, since Pulumi reads YAML 1.2`,
  help: `write ${String(value)}`,
});
