import type { Change } from "./change";
import type { Fates } from "./fate";
import type { MeshFacts } from "./mesh-facts";
import { isElsewhere } from "./member-words";
import { runsNothing } from "./restart-words";

/** What changes that were found each by itself do together. */
export function fatesOf(changes: readonly Change[], before: MeshFacts, after: MeshFacts): Fates {
  const idle = idleMembers(before, after);
  const told = changes.filter((change) => !isOfLeaving(change));
  const restarting = namesIn(told, ({ effect }) => effect === "roll" || effect === "drain" || effect === "replace");
  const anew = namesIn(told, makesAnew);
  for (const name of movedMembers(before, after)) anew.add(name);
  const losing = new Set(told.flatMap(({ mayLose = [] }) => mayLose));
  return (name) => ({
    restarts: restarting.has(name) && !idle.has(name),
    isMadeAnew: anew.has(name),
    mayLose: losing.has(name),
  });
}

const namesIn = (changes: readonly Change[], isMeant: (change: Change) => boolean): Set<string> =>
  new Set(changes.filter(isMeant).flatMap(({ members = [] }) => members));

/** A cluster that is left behind takes nothing from a member but a place. */
const isOfLeaving = ({ kind, fields = [] }: Change): boolean =>
  kind === "memberLeftBehind" || fields.some(({ path }) => path.endsWith(".abandon"));

/** Other places are looked at one by one: a member may keep some. */
const makesAnew = ({ kind, effect }: Change): boolean => effect === "replace" && kind !== "memberMoved";

/** Those that run in none of the places they ran in. */
function movedMembers(before: MeshFacts, after: MeshFacts): readonly string[] {
  const olds = new Map(before.members.map((member) => [member.name, member]));
  return after.members.flatMap((member) => {
    const old = olds.get(member.name);
    return old !== undefined && isElsewhere(old, member) ? [member.name] : [];
  });
}

/** Those of which no instance runs that would restart. */
function idleMembers(before: MeshFacts, after: MeshFacts): ReadonlySet<string> {
  const olds = new Map(before.members.map((member) => [member.name, member]));
  return new Set(
    after.members.flatMap((member) => {
      const old = olds.get(member.name);
      return old !== undefined && runsNothing({ before: old, after: member }) ? [member.name] : [];
    }),
  );
}
