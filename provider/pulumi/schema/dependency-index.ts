import type { ReadArguments } from "./read-arguments";

/**
 * URNs of the resources that the arguments at or below a path come from, each once. The path "" is that of all arguments; others name an
 * argument, or one entry of it: `functions.enrich`.
 */
export type DependencyIndex = (path: string) => readonly string[];

/** Indexed once: a mesh of thousands asks for each of its members. */
export function indexDependencies(dependencies: ReadArguments["dependencies"]): DependencyIndex {
  const byPath = new Map<string, Set<string>>();
  for (const { path, urns } of dependencies)
    for (const above of ["", ...beginnings(path)]) {
      const found = byPath.get(above) ?? new Set();
      byPath.set(above, found);
      for (const urn of urns) found.add(urn);
    }
  return (path) => [...(byPath.get(path) ?? [])];
}

const mostSteps = 2;

/** `a.b[0]` is below `a` and `a.b`. Keys in quotes may hold any character. Done without an expression: of every output one. */
function beginnings(path: string): readonly string[] {
  const found: string[] = [];
  let isQuoted = false;
  for (let end = 1; end < path.length; end++) {
    const sign = path.charAt(end);
    if (sign === "\\" && isQuoted) end++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "." || sign === "[")) {
      if (found.push(path.slice(0, end)) === mostSteps) return found;
    }
  }
  return [...found, path];
}
