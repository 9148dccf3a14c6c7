import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");

describe("the reporter of tests", () => {
  it("writes down how many passed, and a line for each that failed", () => {
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-reporter-"));
    try {
      const [tests, results] = [join(directory, "some.test.ts"), join(directory, "results.json")];
      writeFileSync(tests, someTests);
      const program = join(root, "node_modules/mocha/bin/mocha.js");
      const args = [program, "--reporter", join(root, "tools/test/reporter.ts"), tests];
      const env = { ...process.env, FUNCTION_MESH_TEST_RESULTS: results };
      const { status } = spawnSync(process.execPath, args, { cwd: root, env });
      assert.equal(status, 3);
      assert.deepEqual(JSON.parse(readFileSync(results, "utf8")), {
        passed: 1,
        skipped: 1,
        failures: [
          "some is wrong: expected another",
          "some is wrong at the end of what a command wrote: Destroying (test): error: deleting it: no answer",
          'some "after all" hook for "is wrong at the end of what a command wrote": cannot tidy up',
        ],
      });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

const someTests = `describe("some", () => {
  it("is right", () => undefined);
  it.skip("is left out", () => undefined);
  it("is wrong", () => { throw new Error("expected another\\nin detail"); });
  it("is wrong at the end of what a command wrote", () => {
    throw new Error("Destroying (test):\\n\\n  Diagnostics:\\n    error: deleting it: no answer\\n  error: failed");
  });
  after(() => { throw new Error("cannot tidy up"); });
});
`;
