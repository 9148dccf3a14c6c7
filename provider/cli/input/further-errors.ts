import { planMesh } from "../../model/plan-mesh";
import type { MeshSpec } from "../../model/mesh";
import type { Problem } from "../../model/problem";

/**
 * What else is wrong with a mesh some of whose arguments have the wrong form, as far as the rest of it tells. What follows, or may
 * follow, from what had to be left out is not said: no warnings, and nothing at, above or below a field that is wrong already.
 */
export function furtherErrors(name: string, rest: MeshSpec, found: readonly Problem[]): readonly Problem[] {
  // Who writes and reads a topic cannot be told where a member may be missing.
  const validation = { ...rest.validation, strict: false };
  return planMesh(name, { ...rest, validation }).problems.filter(
    ({ severity, path }) => severity === "error" && !found.some((known) => isWithin(path, known.path)),
  );
}

const isWithin = (path: string, other: string): boolean => isBelow(path, other) || isBelow(other, path);

const isBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}.`) || path.startsWith(`${base}[`);
