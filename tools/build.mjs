// Bundles the provider into dist/: one self-contained file, so that it runs without node_modules.
import { build } from "esbuild";
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
mkdirSync(join(root, "dist"), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { provider: "provider/index.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  loader: { ".node": "file" },
});
copyFileSync(join(root, "schema.json"), join(root, "dist", "schema.json"));
