import { endOf, type ExitCode } from "../exit-code";
import { distinctFiles } from "../input/distinct-files";
import type { FileProblem } from "../input/file-problem";
import { errorsOf, foundData, warningsOf } from "../output/problem-data";
import { problemLines } from "../output/problem-lines";
import type { Terminal } from "../terminal";
import type { InputOptions } from "../input/plan-input";
import { checkInput } from "./check-input";

export interface ValidateOptions extends InputOptions {
  readonly json?: boolean;
}

/** `validate FILE…` */
export function validate(files: readonly string[], options: ValidateOptions, terminal: Terminal): ExitCode {
  const problems = checkInput(files, terminal, options);
  if (options.json === true) terminal.out(`${JSON.stringify(foundData(problems), undefined, 2)}\n`);
  else {
    terminal.out(problemLines(problems));
    terminal.err(`${summary(distinctFiles(files).length, problems)}\n`);
  }
  return endOf(problems);
}

const summary = (files: number, problems: readonly FileProblem[]): string =>
  [
    `${counted(files, "file")}: ${counted(errorsOf(problems).length, "error")}`,
    counted(warningsOf(problems).length, "warning"),
  ].join(", ");

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
