import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say } from "../obtain/progress";
import { Unobtainable } from "../obtain/unobtainable";
import type { Tier } from "./tiers";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = join(__dirname, "..", "..");

/** Runs a tier in a process of its own. A tier that cannot run is skipped, with the reason; it never counts as passed. */
export async function runTier(tier: Tier, extra: readonly string[]): Promise<Counts> {
  say(`${tier.name}: ${tier.description}`);
  try {
    await tier.prepare();
  } catch (error) {
    if (!(error instanceof Unobtainable)) throw error;
    say(`${tier.name} skipped: ${error.message}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const counts = join(tmpdir(), `function-mesh-tests-${process.pid}-${tier.name}.json`);
  const code = await mocha(tier, extra, counts);
  if (!existsSync(counts)) return { passed: 0, failed: 1, skipped: 0 };
  const result: Counts = JSON.parse(readFileSync(counts, "utf8"));
  rmSync(counts);
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

function mocha(tier: Tier, extra: readonly string[], counts: string): Promise<number> {
  const args = [
    join(root, "node_modules", "mocha", "bin", "mocha.js"),
    ...["--timeout", String(tier.timeout), "--reporter", join(__dirname, "reporter.ts")],
    ...tier.files,
    ...extra,
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, FUNCTION_MESH_TEST_COUNTS: counts },
    stdio: ["ignore", "inherit", "inherit"],
  });
  // Ctrl-C reaches the whole group; the tests stop their servers and this process waits for them.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}
