import { grouped } from "../grouped";
import type { MemberPlan } from "../plan";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import { isKnown } from "../unknown";
import { matches, type MemberPattern, memberPatterns } from "./member-patterns";
import type { Finding } from "./rule";

/** What a pattern of a member takes from others that read by the same subscription in the same Pulsar cluster. */
export function overlappingPatterns(
  members: readonly MemberPlan[],
): (member: MemberPlan, each: MemberPattern) => readonly Finding[] {
  const readers = readersBySubscription(members);
  const order = new Map(members.map((member, index) => [member, index]));
  const isLater = (member: MemberPlan, other: MemberPlan): boolean =>
    (order.get(member) ?? 0) > (order.get(other) ?? 0);
  return (member, each) =>
    pulsarClustersOf(member)
      .flatMap((cluster) => readers.get(subscriptionKey(cluster, member.subscription)) ?? [])
      .filter((other, index, all) => other !== member && all.indexOf(other) === index)
      .flatMap((other) => overlaps(each, other, isLater(member, other)));
}

function readersBySubscription(members: readonly MemberPlan[]): ReadonlyMap<string, readonly MemberPlan[]> {
  const readers = members.filter(({ subscription }) => subscription !== undefined && isKnown(subscription));
  return grouped(
    readers.flatMap((member) =>
      pulsarClustersOf(member).map((cluster) => [subscriptionKey(cluster, member.subscription), member] as const),
    ),
  );
}

const subscriptionKey = (cluster: string, subscription = ""): string => JSON.stringify([cluster, subscription]);

/** Of two patterns that overlap, the one of the member that stands later is told. */
function overlaps(each: MemberPattern, other: MemberPlan, isLater: boolean): readonly Finding[] {
  const found = isLater ? other.found : [];
  const topic = [...other.reads, ...found].find((use) => matches(each, use));
  const isShared = isLater && memberPatterns(other).some(({ text }) => text === each.text);
  if (topic === undefined && !isShared) return [];
  const taken = topic === undefined ? "is the pattern" : `matches ${topic.name}`;
  const message = `"${each.text}" ${taken} that ${other.path} reads by the same subscription`;
  return [{ path: each.path, severity: "warning", message, help: "give one of them another `subscriptionName`" }];
}
