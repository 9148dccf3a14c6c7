import { memberCode } from "../../pulumi/components/member-code";
import type { FileProblem } from "../input/file-problem";
import { type InputOptions, planInput } from "../input/plan-input";
import type { Terminal } from "../terminal";

/** Everything wrong with what some files say, connections left out aside. */
export function checkInput(
  files: readonly string[],
  terminal: Pick<Terminal, "read" | "schema">,
  options: InputOptions = {},
): readonly FileProblem[] {
  const { parts, problems } = planInput(files, terminal, options);
  const unreadable = parts.flatMap(({ file, plan }) =>
    plan.members
      .map((member) => memberCode(member))
      .filter((code) => typeof code === "object")
      .map((problem) => ({ ...problem, file })),
  );
  return [...problems, ...unreadable];
}
