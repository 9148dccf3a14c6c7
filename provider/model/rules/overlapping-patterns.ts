import { type Group, grouped } from "../grouped";
import { patternsOf } from "../patterns-of";
import type { InputUse, MemberPlan, TopicUse } from "../plan";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import { subscriptionKey } from "../shared-subscriptions";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";
import { isUnlike } from "./shared-subscriptions";

/**
 * What a member's patterns take from others that read by the same subscription in the same Pulsar cluster. Each pattern is told once, by
 * the first topic that it takes: another name for the subscription mends all of them. Of two patterns that overlap, the one of the member
 * that stands later is told.
 */
export function overlappingPatterns(members: readonly MemberPlan[]): (member: MemberPlan) => readonly Finding[] {
  const sharing = members.filter(({ subscription }) => subscription !== undefined && isKnown(subscription));
  const byName = readersOf(sharing, ({ reads }) => reads);
  const byPattern = readersOf(sharing, ({ found }) => found);
  const alike = readersOf(sharing, patternsOf);
  return (member) =>
    patternsOf(member).flatMap((pattern) => {
      if (!isKnown(pattern.name)) return [];
      const found = foundBy(member, pattern);
      for (const topic of found) {
        const other = byName(member, topic) ?? byPattern(member, topic);
        // With one that is unlike it cannot be shared at all, which FM030 tells by the topic.
        if (other !== undefined && !isUnlike(other, member))
          return [findingOf(pattern, `matches ${topic.name}`, other)];
      }
      const other = alike(member, pattern);
      return other === undefined || (found.length > 0 && isUnlike(other, member))
        ? []
        : [findingOf(pattern, "is the pattern", other)];
    });
}

const foundBy = ({ found }: MemberPlan, { path }: InputUse): readonly TopicUse[] =>
  found.filter((use) => use.path === path);

/** Finds the first of those that use something by a subscription, unless that is the member itself. */
function readersOf(
  members: readonly MemberPlan[],
  usesOf: (member: MemberPlan) => readonly TopicUse[],
): (member: MemberPlan, use: TopicUse) => MemberPlan | undefined {
  const readers: ReadonlyMap<string, Group<MemberPlan>> = grouped(
    members.flatMap((member) =>
      usesOf(member).flatMap((use) => keysOf(member, use).map((key) => [key, member] as const)),
    ),
  );
  return (member, use) => {
    const firsts = keysOf(member, use).map((key) => readers.get(key)?.[0]);
    return firsts.find((first) => first !== undefined && first !== member);
  };
}

const keysOf = (member: MemberPlan, { name }: TopicUse): readonly string[] =>
  pulsarClustersOf(member).map((pulsarCluster) =>
    subscriptionKey({ pulsarCluster, topic: name, subscription: member.subscription ?? "" }),
  );

function findingOf({ name, path }: InputUse, takes: string, other: MemberPlan): Finding {
  const message = `"${name}" ${takes} that ${other.path} reads by the same subscription`;
  return { path, severity: "warning", message, help: "give one of them another `subscriptionName`" };
}
