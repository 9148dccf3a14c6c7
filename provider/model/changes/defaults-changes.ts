import { type Effect, greatest } from "../effects/effect";
import { grouped } from "../grouped";
import { type Change, type Saying, saying } from "./change";
import type { Fate } from "./fate";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { counted, listed, placeOfMember, someOf } from "./member-words";
import { withLossOf } from "./message-loss";
import { fromAnotherPlace, nothingRestarts, restartOfAll } from "./restart-words";

/** A member in both meshes, and the fields in which it differs. */
export interface DifferingMember {
  readonly before: MemberFacts;
  readonly after: MemberFacts;
  readonly differences: readonly FieldDifference[];
  readonly fate: Fate;
}

export interface SharedDifferences {
  readonly changes: readonly Change[];
  /** The members, each with what concerns it alone. */
  readonly rest: readonly DifferingMember[];
}

interface Group {
  readonly path: string;
  readonly difference: FieldDifference;
  readonly members: DifferingMember[];
}

/** What several members have from the defaults, and now have otherwise, is one change of all of them. */
export function sharedDifferences(members: readonly DifferingMember[]): SharedDifferences {
  const groups = new Map<string, Group>();
  for (const member of members) {
    for (const difference of member.differences) {
      const path = defaultsPath(member, difference);
      if (path === undefined) continue;
      const group = groups.get(keyOf(path, member, difference));
      if (group === undefined) groups.set(keyOf(path, member, difference), { path, difference, members: [member] });
      else group.members.push(member);
    }
  }
  for (const member of members) joinMerged(member, groups);
  const order = new Map(members.map((member, index) => [member, index]));
  for (const { members: some } of groups.values())
    some.sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
  const shared = new Map([...groups].filter(([, group]) => group.members.length > 1));
  const isShared = (member: DifferingMember, difference: FieldDifference): boolean => {
    const path = defaultsPath(member, difference) ?? mergedPath(difference);
    const group = path === undefined ? undefined : shared.get(keyOf(path, member, difference));
    return group?.members.includes(member) === true;
  };
  return {
    changes: together([...shared.values()]),
    rest: members.map((member) => ({
      ...member,
      differences: member.differences
        .filter((difference) => !isShared(member, difference))
        .map((difference) => ofDefaults(difference, defaultsPath(member, difference))),
    })),
  };
}

/** A member that states a part of these itself has the rest from the defaults: what differs as it does in others comes from there. */
const mergedPath = ({ field }: FieldDifference): string | undefined =>
  /^(?:pod|rollout)\./.test(field) ? `defaults.${field}` : undefined;

function joinMerged(member: DifferingMember, groups: ReadonlyMap<string, Group>): void {
  for (const difference of member.differences) {
    const path = mergedPath(difference);
    const group = path === undefined ? undefined : groups.get(keyOf(path, member, difference));
    if (group?.members.includes(member) === false) group.members.push(member);
  }
}

/** What one member alone has from the defaults is told of it, at their path. */
const ofDefaults = (difference: FieldDifference, path: string | undefined): FieldDifference =>
  path === undefined ? difference : { ...difference, path };

/** What is made anew has nothing that restarts. */
const keyOf = (path: string, { fate }: DifferingMember, { before, after, effect }: FieldDifference): string =>
  JSON.stringify([path, before, after, effect, effect !== "none" && fate.isMadeAnew]);

/** What is left out of these depends on the runtime. */
export const byRuntime: ReadonlySet<string> = new Set(["image", "resources"]);

/** The argument that decides a field which a member leaves to the defaults. */
function defaultsPath({ before, after }: DifferingMember, { field }: FieldDifference): string | undefined {
  const [top = ""] = /^[^.[]+/.exec(field) ?? [];
  if (!after.inherited.includes(top) || !before.inherited.includes(top)) return undefined;
  // Another runtime has other defaults.
  if (before.fields["runtime"] !== after.fields["runtime"] && byRuntime.has(top)) return undefined;
  return field === "image" ? `defaults.images.${String(after.fields["runtime"] ?? "java")}` : `defaults.${field}`;
}

/** Defaults that concern the same members are said in one sentence. */
function together(groups: readonly Group[]): readonly Change[] {
  const sets = grouped(
    groups.map((group) => [
      JSON.stringify([group.difference.effect, ...group.members.map(({ after }) => after.id)]),
      group,
    ]),
  );
  return [...sets.values()].map(([first, ...more]) => sharedChange(first, more));
}

function sharedChange(first: Group, more: readonly Group[]): Change {
  const groups = [first, ...more];
  const members = first.members.map(({ after }) => after);
  return {
    kind: groups.some(({ difference }) => difference.isOpen) ? "knownWhenApplied" : "defaultsChanged",
    path: more.length === 0 ? first.path : "defaults",
    ...sharedSaying(groups, first),
    members: members.map(({ name }) => name),
    effect: greatest(groups.map(({ difference }) => difference.effect)),
    fields: groups.map(({ path, difference }) => fieldChange(path, difference)),
  };
}

function sharedSaying(groups: readonly Group[], { difference: { effect }, members }: Group): Saying {
  const names = namesOf(members.map(({ after }) => after));
  if (groups.some(({ difference }) => difference.isOpen))
    return saying(`${listed(groups.map(({ path }) => path))} known only when applied: concerns ${names}`);
  const because = listed(groups.map(({ path, difference }) => differenceText({ ...difference, field: path })));
  const text = `${effectText(effect, members)} because ${because}: ${names}`;
  const isRestart = effect === "replace" || (effect === "roll" && members.some(({ fate }) => !fate.isMadeAnew));
  return isRestart ? withLossOf(text, members) : saying(text);
}

function effectText(effect: Effect, members: readonly DifferingMember[]): string {
  const isAnew = effect === "roll" || effect === "drain" ? members.every(({ fate }) => fate.isMadeAnew) : false;
  return isAnew ? `the new workloads of ${counted(members.length, "member")} differ` : effectTexts[effect](members);
}

const namesOf = (members: readonly MemberFacts[]): string => someOf(members.map(placeOfMember));

const effectTexts: Readonly<Record<Effect, (members: readonly DifferingMember[]) => string>> = {
  none: (members) => `${nothingRestarts(members)} in ${counted(members.length, "member")}`,
  scale: (members) => `${counted(members.length, "member")} may have another number of instances`,
  roll: (members) => restartOfAll(members, "rolls"),
  drain: (members) => fromAnotherPlace(restartOfAll(members, "restarts")),
  replace: (members) => `makes the workloads of ${counted(members.length, "member")} anew`,
};
