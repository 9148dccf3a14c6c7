import { isStandbyText } from "./place-text";
import type { Change } from "./change";
import type { MemberFacts } from "./member-facts";
import { identityOf, someOf } from "./member-words";
import type { MeshFacts } from "./mesh-facts";
import { paired } from "./paired";
import { isReplaced } from "./restart-words";

/**
 * What becomes of members whose only instance is restarted by some changes, should the new version not work; undefined where there
 * are none. Of several instances the others go on with the old version, since Kubernetes restarts one at a time.
 */
export function stoppedByFailure(changes: readonly Change[], before: MeshFacts, after: MeshFacts): string | undefined {
  // Other names for all: every workload is made anew.
  if (before.naming !== after.naming) return undefined;
  const restarted = new Set(changes.filter(restarts).flatMap(({ members = [] }) => members));
  const { both } = paired(before.members, after.members, identityOf);
  const stopping = both.filter((pair) => restarted.has(pair[1].name) && runsOne(pair)).map(([, member]) => member);
  if (stopping.length === 0) return undefined;
  const [has, one] = stopping.length === 1 ? ["has", "it"] : ["have", "them"];
  const told = `${someOf(namesOf(stopping))} ${has} one instance: should the new version not work, nothing runs of ${one} until that is mended.`;
  return told + adviceFor(stopping);
}

const restarts = ({ effect }: Change): boolean => effect === "roll" || effect === "drain";

/** One instance from now on, in a place where it stays: it makes way for the new one. A second one would be there first. */
const runsOne = ([before, after]: readonly [MemberFacts, MemberFacts]): boolean =>
  before.instances !== 0 &&
  after.instances === 1 &&
  !isReplaced({ before, after }) &&
  before.places.some((place) => !isStandbyText(place) && after.places.includes(place));

/** For what brings messages there is none: a second instance may bring what the first one does. */
function adviceFor(members: readonly MemberFacts[]): string {
  const advised = members.filter(({ bringsMessages }) => bringsMessages !== true);
  if (advised.length === 0) return "";
  const replacement = advised.every(({ canBeReplaced }) => canBeReplaced === true)
    ? ', or `naming: "unique"` for the mesh with `rollout: { replaceOnRoll: true }`,'
    : "";
  const whose = advised.length === members.length ? (members.length === 1 ? "its" : "their") : "the";
  const of = advised.length === members.length ? "" : ` of ${someOf(namesOf(advised))}`;
  return ` State \`replicas: 2\`${replacement} to keep ${whose} old version${of} running.`;
}

const namesOf = (members: readonly MemberFacts[]): readonly string[] => members.map(({ name }) => name);
