import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../generate/root";
import { type Step, type StepResult } from "./step";

const caches = "node_modules/.cache";

/** The checks that other tools make, as scripts under node_modules with their arguments. */
const commands = {
  eslint: [
    "eslint/bin/eslint.js",
    ".",
    "--cache",
    "--cache-strategy",
    "content",
    "--cache-location",
    `${caches}/eslint/`,
  ],
  prettier: ["prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn", "--cache"],
  tsc: ["typescript/bin/tsc", "--noEmit", "--incremental", "--tsBuildInfoFile", `${caches}/check.tsbuildinfo`],
  layers: ["mocha/bin/mocha.js", "--reporter", "dot", "tests/layers.test.ts"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const commandSteps: readonly Step[] = Object.entries(commands).map(([name, [script, ...args]]) => ({
  name,
  run: () => runScript(join("node_modules", script), args),
}));

async function runScript(script: string, args: readonly string[]): Promise<StepResult> {
  if (!existsSync(join(root, script))) return { kind: "failed", report: `${script} is missing: run npm ci` };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  child.stderr.on("data", (piece: Buffer) => pieces.push(piece));
  const [code]: unknown[] = await once(child, "close");
  return code === 0 ? { kind: "passed" } : { kind: "failed", report: Buffer.concat(pieces).toString("utf8").trim() };
}
