import type { FileProblem } from "../input/file-problem";

/** A problem as other programs read it. */
export type ProblemData = Omit<FileProblem, "severity">;

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
