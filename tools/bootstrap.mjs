// Entry of every npm script: installs the npm packages when they are missing or stale, then runs a TypeScript file.
// Plain JavaScript without dependencies, since on a fresh checkout there are none yet.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs when node_modules was not made from the lock file as it is now. */
function installPackages() {
  const stamp = join(root, "node_modules", ".installed-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  process.stderr.write("[function-mesh] installing npm packages (about 20 s)\n");
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (result.status !== 0) {
    process.stderr.write("[function-mesh] npm ci failed: see the lines above\n");
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`[function-mesh] Node.js 20.19 or newer is needed, this is ${process.versions.node}\n`);
  process.exit(1);
}
installPackages();
const [script, ...args] = process.argv.slice(2);
const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", join(root, script), ...args], {
  cwd: root,
  stdio: "inherit",
});
// The terminal sends Ctrl-C to the whole group; the child cleans up and this process waits for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
}
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
