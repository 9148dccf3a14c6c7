import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogSpec } from "../../../../provider/model/log";
import { pythonIni } from "../../../../provider/model/log-config/python-ini";

const directory = "/pulsar/logs/functions";
const ini = (spec: LogSpec, writesFiles = false): string => pythonIni({ spec, writesFiles, directory }, "mesh-f");

const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Logs a line of each level by the configuration, in an instance; gives what stands on the console and in the file. */
function logged(spec: LogSpec, ordinal = "0"): { readonly console: string; readonly file: string } {
  const scratch = mkdtempSync(join(tmpdir(), "function-mesh-"));
  try {
    const path = join(scratch, "logging.ini");
    writeFileSync(path, ini(spec, spec.rotatePolicy !== undefined).replaceAll(directory, scratch));
    const lines = ["debug", "info", "warning", "critical"].map((level) => `logging.${level}("a %s line", "${level}")`);
    const program = ["import logging, logging.config", `logging.config.fileConfig("${path}")`, ...lines].join("\n");
    const { stdout, stderr } = spawnSync("python3", ["-c", program], {
      encoding: "utf8",
      env: { ...process.env, SHARD_ID: ordinal },
    });
    assert.equal(stderr, "");
    const file = spec.rotatePolicy === undefined ? "" : readFileSync(join(scratch, `mesh-f-${ordinal}.log`), "utf8");
    return { console: stdout, file };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const path = "'/pulsar/logs/functions/mesh-f-$SHARD_ID.log'";

describe("python-ini", () => {
  for (const { spec, writesFiles = true, has } of [
    { spec: {}, writesFiles: false, has: "level=INFO" },
    { spec: { level: "fatal" }, writesFiles: false, has: "level=CRITICAL" },
    { spec: { format: "json" }, writesFiles: false, has: "class=pythonjsonlogger.jsonlogger.JsonFormatter" },
    { spec: {}, has: `args=(${path}, 'a', 10485760, 5)` },
    { spec: { rotatePolicy: "TimedPolicyWithDaily" }, has: `args=(${path}, 'D', 1, 5)` },
    { spec: { rotatePolicy: "TimedPolicyWithWeekly" }, has: `args=(${path}, 'W0', 1, 5)` },
    { spec: { rotatePolicy: "TimedPolicyWithMonthly" }, has: `args=(${path}, 'D', 30, 5)` },
  ] as const) {
    it(`says ${has}`, () => assert.ok(ini(spec, writesFiles).includes(has)));
  }

  (hasPython ? it : it.skip)("is what Python reads", function () {
    this.slow(2000);
    const { console } = logged({ level: "warn" });
    assert.match(console, /\[WARNING\] .*: a warning line\n.*\[CRITICAL\] .*: a critical line\n$/);
    assert.doesNotMatch(console, /info line/);
    for (const rotatePolicy of ["SizedPolicyWith10MB", "TimedPolicyWithWeekly"] as const) {
      const both = logged({ rotatePolicy }, "7");
      assert.match(both.file, /\[INFO\] .*: a info line\n/);
      assert.equal(both.file, both.console);
    }
  });
});
