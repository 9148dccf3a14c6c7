import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The test files below some paths (files or folders), sorted. */
export function testFiles(root: string, paths: readonly string[]): readonly string[] {
  return paths
    .flatMap((path) =>
      path.endsWith(".ts")
        ? [path]
        : readdirSync(join(root, path), { recursive: true, encoding: "utf8" }).map((file) => join(path, file)),
    )
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
}

/** Shares files out so that each part has about as many tests; one whose tests are made by a table says how many it counts as. */
export function shareOut(root: string, files: readonly string[], parts: number): readonly (readonly string[])[] {
  const weight = (file: string): number => {
    const text = readFileSync(join(root, file), "utf8");
    const [, stated] = /\bCounts as (\d+) tests\b/.exec(text) ?? [];
    return stated === undefined ? (text.match(/\bit\(/g)?.length ?? 0) : Number(stated);
  };
  const shares = Array.from({ length: parts }, () => ({ files: [] as string[], weight: 0 }));
  const heaviestFirst = files.map((file) => ({ file, weight: weight(file) })).sort((a, b) => b.weight - a.weight);
  for (const entry of heaviestFirst) {
    const lightest = shares.reduce((least, share) => (share.weight < least.weight ? share : least));
    lightest.files.push(entry.file);
    lightest.weight += entry.weight;
  }
  return shares.map((share) => share.files.sort()).filter((share) => share.length > 0);
}
