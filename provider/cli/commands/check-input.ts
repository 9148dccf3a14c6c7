import { codeProblems } from "../input/code-problems";
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
  return [...problems, ...codeProblems(parts)];
}
