import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedSettings, eventually, kernelSettings, tracesOf } from "../tools/run-traces";

const root = join(__dirname, "..", "..");

/** However and whenever the quickstart is ended, it leaves nothing but the cache. Counts as 26 tests. */
describe("quickstart interrupted", () => {
  const moments: readonly { readonly when: string; readonly line: RegExp; readonly signal: NodeJS.Signals }[] = [
    { when: "while Kubernetes starts", line: /everything needed is there/, signal: "SIGINT" },
    { when: "while Pulsar starts", line: /Kubernetes is up/, signal: "SIGTERM" },
    { when: "in the middle of pulumi up", line: /StatefulSet .* created|Service .* created/, signal: "SIGINT" },
    { when: "while the mesh runs", line: /The mesh runs until/, signal: "SIGINT" },
  ];
  for (const { when, line, signal } of moments) {
    it(`leaves nothing: ${when}`, async () => {
      const settings = kernelSettings();
      const temporary = mkdtempSync(join(tmpdir(), "interrupt-"));
      const quickstart = spawn(process.execPath, [join(root, "tools/bootstrap.mjs"), "tools/quickstart/main.ts"], {
        cwd: root,
        env: { ...process.env, TMPDIR: temporary, DISABLE_V8_COMPILE_CACHE: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      try {
        await shown(quickstart, line);
        const ended = once(quickstart, "exit");
        quickstart.kill(signal);
        const [code] = await ended;
        assert.notEqual(code, 0);
        await eventually(
          () => [...readdirSync(temporary), ...tracesOf(temporary).filter((trace) => trace !== temporary)],
          (traces) => traces.length === 0,
        );
        assert.deepEqual(changedSettings(settings), []);
      } finally {
        quickstart.kill("SIGKILL");
        rmSync(temporary, { recursive: true, force: true });
      }
    });
  }
});

/** Resolves when the process prints a line that matches; fails with all it printed when it ends before. */
function shown(child: ChildProcess, pattern: RegExp): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (pattern.test(output)) resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", (code) => reject(new Error(`the quickstart ended with ${code}:\n${output}`)));
  });
}
