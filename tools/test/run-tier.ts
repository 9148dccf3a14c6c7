import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say } from "../obtain/progress";
import { Unobtainable } from "../obtain/unobtainable";
import { shareOut, testFiles } from "./test-files";
import type { Tier } from "./tiers";

export interface Results {
  readonly passed: number;
  readonly skipped: number;
  /** A line each: the test, and what it said. */
  readonly failures: readonly string[];
}

const root = join(__dirname, "..", "..");

/** Runs a tier in processes of its own. A tier that cannot run is skipped, with the reason; it never counts as passed. */
export async function runTier(tier: Tier, extra: readonly string[]): Promise<Results> {
  say(`${tier.name}: ${tier.description}`);
  try {
    await tier.prepare();
  } catch (error) {
    if (error instanceof Unobtainable) {
      say(`${tier.name} skipped: ${error.message}`);
      return { passed: 0, failures: [], skipped: 1 };
    }
    const failure = `${tier.name} failed before its tests: ${error instanceof Error ? error.message : String(error)}`;
    say(failure);
    return { passed: 0, failures: [failure], skipped: 0 };
  }
  const shares = shareOut(root, testFiles(root, tier.paths), tier.processes);
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-tests-"));
  try {
    return sum(
      await Promise.all(
        shares.map((files, index) => runFiles(tier, [...files, ...extra], join(directory, `${index}.json`))),
      ),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const sum = (results: readonly Results[]): Results => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  skipped: results.reduce((total, { skipped }) => total + skipped, 0),
  failures: results.flatMap(({ failures }) => failures),
});

/** The results come through a file: what tests print is for people. */
async function runFiles(tier: Tier, args: readonly string[], resultsFile: string): Promise<Results> {
  const code = await mocha(tier, args, resultsFile);
  const ended = `${tier.name}: its tests ended with ${code}`;
  if (!existsSync(resultsFile)) return { passed: 0, failures: [ended], skipped: 0 };
  const results: Results = JSON.parse(readFileSync(resultsFile, "utf8"));
  return code !== 0 && results.failures.length === 0 ? { ...results, failures: [ended] } : results;
}

function mocha(tier: Tier, args: readonly string[], resultsFile: string): Promise<number> {
  const program = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const options = ["--timeout", String(tier.timeout), "--reporter", join(__dirname, "reporter.ts")];
  // Reports that are written side by side are shown one after the other.
  const isShared = tier.processes > 1;
  const child = spawn(process.execPath, [program, ...options, ...args], {
    cwd: root,
    env: { ...process.env, FUNCTION_MESH_TEST_RESULTS: resultsFile },
    stdio: ["ignore", isShared ? "pipe" : "inherit", isShared ? "pipe" : "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // Ctrl-C reaches the whole group; the tests stop their servers and this process waits for them.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) =>
    child.on("close", (code) => {
      process.stdout.write(output);
      resolve(code ?? 1);
    }),
  );
}
