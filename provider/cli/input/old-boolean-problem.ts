import type { Problem } from "../../model/problem";
import type { OldBoolean } from "../../model/yaml-booleans";
import { isUnknownArgument } from "../../pulumi/schema/unknown-argument";

/** Arguments of a mesh are meant for a program, and there `yes` is no boolean. */
export const oldBooleanProblem = ({ path, word, value }: OldBoolean): Problem => ({
  code: "FM080",
  severity: "warning",
  path,
  message: `${word} is ${String(value)} here, as kubectl reads it, but a text in a program, since Pulumi reads YAML 1.2`,
  help: `write ${String(value)}`,
});

/** Problems of values: one that stands there as `no` is not called the boolean false, which nobody wrote. */
export function inWordsOf(booleans: readonly OldBoolean[], problems: readonly Problem[]): readonly Problem[] {
  const words = new Map(booleans.map(({ path, word }) => [path, word]));
  return problems.map((problem) => {
    const word = words.get(problem.path);
    return word === undefined || isUnknownArgument(problem)
      ? problem
      : { ...problem, message: `is ${word} without quotes, which is a boolean here` };
  });
}
