import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Mocha's usual report, and what a run comes to in the file that FUNCTION_MESH_TEST_RESULTS names. */
class ResultsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failures: string[] = [];
    runner.on("fail", (test, error: Error) => failures.push(`${test.fullTitle()}: ${firstLine(error)}`));
    runner.once("end", () => {
      const file = process.env["FUNCTION_MESH_TEST_RESULTS"];
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failures, skipped: pending }));
    });
  }
}

const firstLine = ({ message }: Error): string => message.trimStart().split("\n", 1)[0] ?? "";

module.exports = ResultsReporter;
