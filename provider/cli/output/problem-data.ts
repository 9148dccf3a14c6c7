import type { FileProblem } from "../input/file-problem";

/** A problem as other programs read it. */
export type ProblemData = Omit<FileProblem, "severity" | "isUnreadable">;

export const problemData = (problems: readonly FileProblem[]): readonly ProblemData[] =>
  problems.map(({ path, code, message, help, file, line, component }) => ({
    path,
    code,
    message,
    help,
    file,
    ...(line === undefined ? {} : { line }),
    ...(component === undefined ? {} : { component }),
  }));

export const errorsOf = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.filter(({ severity }) => severity === "error");

export const warningsOf = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.filter(({ severity }) => severity === "warning");

/** All that was found, in the one form that every command prints it in for other programs. */
export const foundData = (
  problems: readonly FileProblem[],
): { readonly errors: readonly ProblemData[]; readonly warnings: readonly ProblemData[] } => ({
  errors: problemData(errorsOf(problems)),
  warnings: problemData(warningsOf(problems)),
});
