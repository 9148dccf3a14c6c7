import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say } from "../obtain/progress";
import { Unobtainable } from "../obtain/unobtainable";
import { shareOut, testFiles } from "./test-files";
import type { Tier } from "./tiers";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = join(__dirname, "..", "..");

/** Runs a tier in processes of its own. A tier that cannot run is skipped, with the reason; it never counts as passed. */
export async function runTier(tier: Tier, extra: readonly string[]): Promise<Counts> {
  say(`${tier.name}: ${tier.description}`);
  try {
    await tier.prepare();
  } catch (error) {
    if (error instanceof Unobtainable) {
      say(`${tier.name} skipped: ${error.message}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    say(`${tier.name} failed before its tests: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const shares = shareOut(root, testFiles(root, tier.paths), tier.processes);
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-tests-"));
  try {
    const counts = await Promise.all(
      shares.map((files, index) => runFiles(tier, [...files, ...extra], join(directory, `${index}.json`))),
    );
    return sum(counts);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
});

/** The counts come through a file: what tests print is for people. */
async function runFiles(tier: Tier, args: readonly string[], countsFile: string): Promise<Counts> {
  const code = await mocha(tier, args, countsFile);
  if (!existsSync(countsFile)) return { passed: 0, failed: 1, skipped: 0 };
  const counts: Counts = JSON.parse(readFileSync(countsFile, "utf8"));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function mocha(tier: Tier, args: readonly string[], countsFile: string): Promise<number> {
  const program = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const options = ["--timeout", String(tier.timeout), "--reporter", join(__dirname, "reporter.ts")];
  // Reports that are written side by side are shown one after the other.
  const isShared = tier.processes > 1;
  const child = spawn(process.execPath, [program, ...options, ...args], {
    cwd: root,
    env: { ...process.env, FUNCTION_MESH_TEST_COUNTS: countsFile },
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
