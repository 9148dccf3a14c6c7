import { type ExitCode, exitCode } from "../exit-code";
import { errorsOf, problemData, warningsOf } from "../output/problem-data";
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
  const [errors, warnings] = [errorsOf(problems), warningsOf(problems)];
  if (options.json === true) {
    const data = { errors: problemData(errors), warnings: problemData(warnings) };
    terminal.out(`${JSON.stringify(data, undefined, 2)}\n`);
  } else {
    terminal.out(problemLines([...errors, ...warnings]));
    terminal.err(
      `${counted(files.length, "file")}: ${counted(errors.length, "error")}, ${counted(warnings.length, "warning")}\n`,
    );
  }
  return errors.length === 0 ? exitCode.done : exitCode.problems;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
