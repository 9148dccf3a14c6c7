// In a checkout the command line is what its sources say: `bin/function-mesh.js` has it bundled anew where they have changed.
const { spawnSync } = require("node:child_process");
const { readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..", "..");
const sources = ["package-lock.json", "provider", "tools/build/cli.mjs"];

/** Builds the bundle unless it is current. All that is said on the way goes to standard error: the output is the command's. */
function ensureCurrent(bundle) {
  const built = timeOf(bundle);
  if (built !== undefined && !sources.some((source) => isNewer(join(root, source), built))) return;
  const build = [join(root, "tools/bootstrap.mjs"), "tools/build/cli.mjs"];
  const { status } = spawnSync(process.execPath, build, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(2);
}

function timeOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.mtimeMs;
}

/** A directory is newer also where a file in it was deleted. */
function isNewer(path, time) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.mtimeMs > time) return true;
  return found.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), time));
}

module.exports = { ensureCurrent };
