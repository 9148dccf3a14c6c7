import { errorMessage } from "../../model/error-message";
import { writeYaml } from "../../model/yaml-text";
import { endOf, type ExitCode, exitCode } from "../exit-code";
import type { FileProblem } from "../input/file-problem";
import { errorsOf, problemData, warningsOf } from "../output/problem-data";
import { problemLines } from "../output/problem-lines";
import { yamlComment } from "../output/yaml-comment";
import type { Terminal } from "../terminal";
import { type RenderedInput, renderInput, type RenderInputOptions } from "./render-input";

export interface RenderOptions extends RenderInputOptions {
  readonly yaml?: boolean;
  readonly batch?: boolean;
}

/** `render FILE…` */
export function render(files: readonly string[], options: RenderOptions, terminal: Terminal): ExitCode {
  if (options.batch === true) return renderEach(files, options, terminal);
  const rendered = renderInput(files, terminal, options);
  const errors = errorsOf(rendered.problems);
  terminal.err(problemLines(warningsOf(rendered.problems)));
  if (options.yaml === true) {
    terminal.err(problemLines(errors));
    if (errors.length === 0) terminal.out(yamlOf(rendered));
  } else {
    terminal.out(`${JSON.stringify(dataOf(rendered), undefined, 2)}\n`);
  }
  return endOf(rendered.problems);
}

/** A line for each file, whatever is wrong with it: whoever drives many files wants to know about each. */
function renderEach(files: readonly string[], options: RenderOptions, terminal: Terminal): ExitCode {
  for (const file of files) terminal.out(`${JSON.stringify({ file, ...renderOne(file, options, terminal) })}\n`);
  return exitCode.done;
}

function renderOne(file: string, options: RenderInputOptions, terminal: Terminal): object {
  try {
    const rendered = renderInput([file], terminal, options);
    const warnings = problemData(warningsOf(rendered.problems));
    return { ...dataOf(rendered), ...(warnings.length === 0 ? {} : { warnings }) };
  } catch (error) {
    return { errors: problemData([failureProblem(file, error)]) };
  }
}

/** A fault of this program in one file is told there: the others are rendered all the same. */
const failureProblem = (file: string, error: unknown): FileProblem => ({
  code: "FM084",
  severity: "error",
  file,
  path: file,
  message: `this program failed over the file: ${errorMessage(error)}`,
  help: "report it, with the file; until it is mended, render the other files without this one",
});

function dataOf({ objects, pulsar, problems }: RenderedInput): object {
  const errors = problemData(errorsOf(problems));
  return errors.length > 0 ? { errors } : { objects, pulsar };
}

const yamlOf = ({ objects, pulsar }: RenderedInput): string =>
  (pulsar.length === 0 ? "" : yamlComment("In Pulsar, which kubectl does not reach:", pulsar)) + writeYaml(objects);
