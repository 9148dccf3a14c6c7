import { stepsOfPath } from "../../model/argument-path";
import { memberMaps } from "../../model/member-maps";
import type { MeshSpec } from "../../model/mesh";
import { planMesh } from "../../model/plan-mesh";
import { type Problem, problemText } from "../../model/problem";

/**
 * What else is wrong with a mesh some of whose arguments have the wrong form, as far as the rest of it tells. What follows, or may
 * follow, from what had to be left out is not said: no warnings, nothing of a member that is wrong already, nothing that it has a part
 * in, and nothing at all where what is wrong concerns other members too.
 */
export function furtherErrors(name: string, rest: MeshSpec, found: readonly Problem[]): readonly Problem[] {
  const wrong = found.map(({ path }) => memberAt(path));
  if (wrong.includes(undefined)) return [];
  const known = new Set(wrong);
  // A writer that lost its cluster is wrong at its readers: only what is there without it as well has nothing to do with it.
  const others = new Set(errorsOf(name, withoutMembers(rest, known)).map(problemText));
  return errorsOf(name, rest).filter(
    (problem) => !known.has(memberAt(problem.path)) && others.has(problemText(problem)),
  );
}

function errorsOf(name: string, spec: MeshSpec): readonly Problem[] {
  // Who writes and reads a topic cannot be told where a member may be missing.
  const validation = { ...spec.validation, strict: false };
  return planMesh(name, { ...spec, validation }).problems.filter(({ severity }) => severity === "error");
}

type Member = string | undefined;

/** The member that a path lies in: `functions.enrich`; undefined where it lies in what members share. */
function memberAt(path: string): Member {
  const [map, key] = stepsOfPath(path);
  return key !== undefined && memberMaps.some((each) => each === map) ? `${map}.${key}` : undefined;
}

function withoutMembers(spec: MeshSpec, left: ReadonlySet<Member>): MeshSpec {
  const kept = memberMaps.map((map) => [
    map,
    Object.fromEntries(Object.entries(spec[map] ?? {}).filter(([key]) => !left.has(`${map}.${key}`))),
  ]);
  // What nobody but them uses needs a place to be in, as it would have had with them.
  const [first] = Object.keys(spec.kubernetes);
  const home = first === undefined ? {} : { cluster: first };
  return { ...spec, ...Object.fromEntries(kept), defaults: { ...home, ...spec.defaults } };
}
