// `npm run bench -- NAME [NUMBER]`: runs a benchmark in a process of its own. One that measures our own code is bundled as the product is
// and so measured with what it needs and nothing else; one that drives the engine runs as the tests do. The last line is JSON,
// for whoever compares runs.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const benchmarks = new Map(
  readdirSync(here).flatMap((file) => {
    const [, name, kind] = /^(.*)\.(bench|engine-bench)\.ts$/.exec(file) ?? [];
    return name === undefined ? [] : [[name, { file: join(here, file), isBundled: kind === "bench" }]];
  }),
);

const [name = "", ...rest] = process.argv.slice(2);
const benchmark = benchmarks.get(name);
if (benchmark === undefined) {
  console.error(`there is no benchmark "${name}"; there are ${[...benchmarks.keys()].join(", ")}`);
  process.exit(2);
}
process.exitCode = benchmark.isBundled
  ? await runBundled(benchmark.file)
  : run(["--require", "ts-node/register/transpile-only", benchmark.file, ...rest]);

async function runBundled(file) {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-bench-"));
  try {
    const outfile = join(directory, "bench.js");
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: "node",
      target: "node20",
      logLevel: "warning",
    });
    return run([outfile, ...rest]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function run(args) {
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}
