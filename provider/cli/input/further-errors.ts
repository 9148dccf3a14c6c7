import { stepsOfPath } from "../../model/argument-path";
import { memberMaps } from "../../model/member-maps";
import type { MeshSpec } from "../../model/mesh";
import { type Problem, problemText } from "../../model/problem";
import { planFunctionMesh } from "../../pulumi/components/plan-function-mesh";
import { isUnknownArgument } from "../../pulumi/schema/unknown-argument";

/** A mesh some of whose arguments have the wrong form. */
export interface RestOfMesh {
  /** What of it can be planned as it stands. */
  readonly rest: MeshSpec;
  /** The same of all that it may have been meant to be; absent for one that cannot be planned. */
  readonly meanings: () => readonly (MeshSpec | undefined)[];
}

/**
 * What else is wrong with such a mesh, as far as the rest of it tells. What follows, or may follow, from what had to be left out is not
 * said: no warnings, nothing of a member that is wrong already, nothing that it has a part in, and nothing at all where what members
 * share lost something. An argument that there is not leaves nothing out: then what is wrong however it was meant is said.
 */
export function furtherErrors(
  name: string,
  { rest, meanings }: RestOfMesh,
  found: readonly Problem[],
): readonly Problem[] {
  const losing = found.filter((problem) => memberAt(problem.path) !== undefined || !isUnknownArgument(problem));
  const wrong = losing.map(({ path }) => memberAt(path));
  if (wrong.includes(undefined)) return [];
  const known = new Set(wrong);
  // A writer that lost its cluster is wrong at its readers: only what is there without it as well has nothing to do with it.
  const others = new Set(errorsOf(name, withoutMembers(rest, known)).map(problemText));
  const further = errorsOf(name, rest).filter(
    (problem) => !known.has(memberAt(problem.path)) && others.has(problemText(problem)),
  );
  return further.length === 0 ? [] : inEach(name, meanings(), further);
}

/** The problems that each meaning has too, in whatever words. */
function inEach(
  name: string,
  meanings: readonly (MeshSpec | undefined)[],
  problems: readonly Problem[],
): readonly Problem[] {
  const places = meanings.map((spec) => new Set(spec === undefined ? [] : errorsOf(name, spec).map(placeOf)));
  return problems.filter((problem) => places.every((each) => each.has(placeOf(problem))));
}

const placeOf = ({ code, path }: Problem): string => `${code} ${path}`;

function errorsOf(name: string, spec: MeshSpec): readonly Problem[] {
  // Who writes and reads a topic cannot be told where a member may be missing.
  const validation = { ...spec.validation, strict: false };
  return planFunctionMesh(name, { ...spec, validation }).problems.filter(({ severity }) => severity === "error");
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
