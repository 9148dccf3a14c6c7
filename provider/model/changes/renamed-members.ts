import { type Group, grouped } from "../grouped";
import type { Change } from "./change";
import { fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { memberTrees } from "./member-fields";
import { fieldPath, placeOfMember } from "./member-words";
import type { Paired } from "./paired";

/**
 * Pairs those that came with those that went and are the same but for what they are called: whoever wrote it gave the member another
 * name. Two that are alike are not told apart, and pair with nobody.
 */
export function pairedByLikeness({ both, added, removed }: Paired<MemberFacts>): Paired<MemberFacts> {
  const gone = byLikeness(removed);
  const come = byLikeness(added);
  const pairs = [...come].flatMap(([likeness, [now, ...others]]): readonly (readonly [MemberFacts, MemberFacts])[] => {
    const [old, ...more] = gone.get(likeness) ?? [];
    return old === undefined || others.length + more.length > 0 || !isLike(old, now) ? [] : [[old, now]];
  });
  const known = new Set(pairs.flat());
  return {
    both: [...both, ...pairs],
    added: added.filter((member) => !known.has(member)),
    removed: removed.filter((member) => !known.has(member)),
  };
}

const byLikeness = (members: readonly MemberFacts[]): ReadonlyMap<string, Group<MemberFacts>> =>
  grouped(
    members.map((member) => {
      const { kind, places, reads, writes } = member;
      return [JSON.stringify([kind, places, reads, Object.entries(writes).sort()]), member];
    }),
  );

const isLike = (old: MemberFacts, now: MemberFacts): boolean =>
  fieldDifferences(memberTrees[now.kind], old.fields, now.fields).every(({ field }) => field === "name");

const bothBring = ({ kind, bringsMessages }: MemberFacts): string =>
  kind === "source" || bringsMessages === true ? ", so that both bring messages for a while" : "";

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
        text: `${before.name} is renamed to ${after.name}: to Pulsar and Kubernetes a new member, which starts before ${before.name} is deleted${bothBring(before)}`,
        members: [after.name, before.name],
        effect: "replace",
      };
