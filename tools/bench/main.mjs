// `npm run bench -- NAME`: bundles a benchmark as the product is bundled, and runs it in a process of its own, so that it is
// measured with what it needs and nothing else. Its last line is JSON, for whoever compares runs.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const known = readdirSync(here).flatMap((file) => (file.endsWith(".bench.ts") ? [file.replace(".bench.ts", "")] : []));

const [name = ""] = process.argv.slice(2);
if (!known.includes(name)) {
  console.error(`there is no benchmark "${name}"; there are ${known.join(", ")}`);
  process.exit(2);
}
const directory = mkdtempSync(join(tmpdir(), "function-mesh-bench-"));
try {
  const outfile = join(directory, "bench.js");
  const entryPoints = [join(here, `${name}.bench.ts`)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", target: "node20", logLevel: "warning" });
  process.exitCode = spawnSync(process.execPath, [outfile], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
