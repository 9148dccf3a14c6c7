import type { FileProblem } from "./input/file-problem";

/**
 * What a command's end tells whoever called it: the result is there; something given is wrong; the call itself is. `diff` ends as
 * diff(1) does: 1 where there is a difference, 2 where something given is wrong.
 */
export const exitCode = { done: 0, problems: 1, differs: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** How a command ends that found these problems. */
export function endOf(problems: readonly Pick<FileProblem, "severity" | "isUnreadable">[]): ExitCode {
  if (problems.some(({ isUnreadable }) => isUnreadable === true)) return exitCode.usage;
  return problems.some(({ severity }) => severity === "error") ? exitCode.problems : exitCode.done;
}
