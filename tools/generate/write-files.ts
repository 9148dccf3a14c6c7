import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type GeneratedFiles, type Generator } from "./generator";
import { root } from "./root";

/** Directories of ignored files inside generated directories. */
const ignored = new Set(["node_modules", "bin", "__pycache__", "dist", "build"]);

/** Writes what changed, removes what is no longer generated, and tells how many files that were. */
export function writeFiles(generator: Generator, files: GeneratedFiles): number {
  const stale = staleFiles(generator, files);
  for (const path of stale) {
    const text = files.get(path);
    if (text === undefined) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  return stale.length;
}

/** Paths of the files that differ from what the generator makes, or that it does not make. */
export function staleFiles(generator: Generator, files: GeneratedFiles): readonly string[] {
  const present = generator.owns.flatMap((path) => ownedFiles(path));
  const foreign = present.filter((path) => !files.has(path));
  const changed = [...files].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text);
  return [...changed.map(([path]) => path), ...foreign].sort();
}

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The generated files at a path: those that git keeps. */
export function ownedFiles(path: string): readonly string[] {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name) && !entry.name.endsWith(".egg-info"))
    .flatMap((entry) => ownedFiles(join(path, entry.name)));
}
