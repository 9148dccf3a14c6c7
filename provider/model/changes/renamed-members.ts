import { type Group, grouped } from "../grouped";
import type { Change } from "./change";
import { fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { memberTrees } from "./member-fields";
import { fieldPath, placeOfMember } from "./member-words";
import type { Paired } from "./paired";

/** By what a member that goes and one that comes are taken for one: what both have, and what else they are held against. */
interface Likeness {
  readonly of: (member: MemberFacts) => readonly unknown[] | undefined;
  readonly holds: (old: MemberFacts, now: MemberFacts) => boolean;
}

/** From the surest on. */
const likenesses: readonly Likeness[] = [
  { of: (member) => [member.places, ...edgesOf(member)], holds: isSameOtherwise },
  // Changed in the same step, or moved.
  { of: (member) => withProgram(member, edgesOf(member)), holds: () => true },
  { of: (member) => withProgram(member, []), holds: (old, now) => sharesTopic(old, now) && isSameOtherwise(old, now) },
];

/**
 * Pairs those that came with those that went and are the same but for what they are called, and for a change in the same step: whoever
 * wrote it gave the member another name. Two that are alike are not told apart, and pair with nobody.
 */
export const pairedByLikeness = (members: Paired<MemberFacts>): Paired<MemberFacts> =>
  likenesses.reduce(pairedBy, members);

function pairedBy({ both, added, removed }: Paired<MemberFacts>, { of, holds }: Likeness): Paired<MemberFacts> {
  const gone = byLikeness(removed, of);
  const come = byLikeness(added, of);
  const pairs = [...come].flatMap(([likeness, [now, ...others]]): readonly (readonly [MemberFacts, MemberFacts])[] => {
    const [old, ...more] = gone.get(likeness) ?? [];
    return old === undefined || others.length + more.length > 0 || !holds(old, now) ? [] : [[old, now]];
  });
  const known = new Set(pairs.flat());
  return {
    both: [...both, ...pairs],
    added: added.filter((member) => !known.has(member)),
    removed: removed.filter((member) => !known.has(member)),
  };
}

const byLikeness = (members: readonly MemberFacts[], of: Likeness["of"]): ReadonlyMap<string, Group<MemberFacts>> =>
  grouped(
    members.flatMap((member) => {
      const likeness = of(member);
      return likeness === undefined ? [] : [[JSON.stringify([member.kind, ...likeness]), member] as const];
    }),
  );

const edgesOf = ({ reads, writes }: MemberFacts): readonly unknown[] => [reads, Object.entries(writes).sort()];

/** What it runs, without which nothing tells a changed member from another one. */
function withProgram({ fields }: MemberFacts, more: readonly unknown[]): readonly unknown[] | undefined {
  const program = [fields["connector"], fields["className"], fields["golang.go"]];
  return program.every((part) => part === undefined) ? undefined : [...program, ...more];
}

function isSameOtherwise(old: MemberFacts, now: MemberFacts): boolean {
  return fieldDifferences(memberTrees[now.kind], old.fields, now.fields).every(({ field }) => field === "name");
}

function sharesTopic(old: MemberFacts, now: MemberFacts): boolean {
  const topics = (member: MemberFacts): readonly string[] => [...member.reads, ...Object.values(member.writes)];
  return topics(now).some((topic) => topics(old).includes(topic));
}

const bothBring = ({ kind, bringsMessages }: MemberFacts): string =>
  kind === "source" || bringsMessages === true ? ", so that both bring messages for a while" : "";

/** Another one is told of by itself. */
const keptSubscription = ({ subscription, reads, pulsarClusters }: MemberFacts, after: MemberFacts): string =>
  subscription === after.subscription &&
  pulsarClusters.join() === after.pulsarClusters.join() &&
  reads.some((topic) => topic.startsWith("persistent://"))
    ? `; its subscription ${subscription ?? ""} stays, and goes on where it is`
    : "";

/** Components of manifests are told apart by their Kubernetes namespaces as well: those that keep their name get another of these. */
export const renamedChange = (before: MemberFacts, after: MemberFacts): Change =>
  before.name === after.name
    ? {
        kind: "memberMoved",
        path: placeOfMember(after),
        text: `${after.name} moves to another Kubernetes namespace: its workload is made there, and deleted where it was`,
        members: [after.name],
        effect: "replace",
      }
    : {
        kind: "memberRenamed",
        path: before.key === after.key ? fieldPath(after, "name") : placeOfMember(after),
        text: `${before.name} is renamed to ${after.name}: to Pulsar and Kubernetes a new member, which starts before ${before.name} is deleted${bothBring(before)}${keptSubscription(before, after)}`,
        members: [after.name, before.name],
        effect: "replace",
      };
