import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Mocha's usual report, and the counts in the file that FUNCTION_MESH_TEST_COUNTS names. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      const file = process.env["FUNCTION_MESH_TEST_COUNTS"];
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      if (file !== undefined)
        writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}

module.exports = CountingReporter;
