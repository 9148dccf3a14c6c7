// Bundles the provider into dist/provider.js: one self-contained file, so that it runs without node_modules.
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// Parts of the Pulumi SDK that run programs and serialise functions, which a provider never does; loading them would
// double the size of the bundle and fail where their own files are missing.
const unused = ["typescript", "ts-node", "@npmcli/arborist"];

await build({
  absWorkingDir: dirname(dirname(here)),
  entryPoints: { provider: "provider/index.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  alias: Object.fromEntries(unused.map((name) => [name, join(here, "unused.cjs")])),
});
