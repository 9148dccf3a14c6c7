import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Mocha's usual report, and what a run comes to in the file that FUNCTION_MESH_TEST_RESULTS names. */
class ResultsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failures: string[] = [];
    runner.on("fail", (test, error: Error) => failures.push(`${test.fullTitle()}: ${said(error)}`));
    runner.once("end", () => {
      const file = process.env["FUNCTION_MESH_TEST_RESULTS"];
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failures, skipped: pending }));
    });
  }
}

/** The first line says what is wrong; in what a command wrote it is the line of its error that does. */
function said({ message }: Error): string {
  const [first = "", ...more] = message.trim().split("\n");
  const error = more.find((line) => /^\s*error:/.test(line));
  return [first, ...(error === undefined ? [] : [error.trim()])].join(" ");
}

module.exports = ResultsReporter;
