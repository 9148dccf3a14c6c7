// Bundles the command line into dist/cli.js: one file that starts fast and runs without node_modules.
import { build } from "esbuild";
import { mkdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const started = new Date();
const bundle = join(root, "dist", "cli.js");
const unfinished = join(root, "dist", `.cli-${process.pid}.js`);

mkdirSync(dirname(bundle), { recursive: true });
try {
  await build({
    absWorkingDir: root,
    entryPoints: ["provider/cli/main.ts"],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
  });
  // What is changed while this runs is newer than the bundle, and whoever else starts the bundle now finds a whole one.
  utimesSync(unfinished, started, started);
  renameSync(unfinished, bundle);
} catch {
  rmSync(unfinished, { force: true });
  process.exitCode = 1;
}
