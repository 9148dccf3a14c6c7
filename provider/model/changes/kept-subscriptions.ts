import { type Group, grouped } from "../grouped";
import type { MemberFacts } from "./member-facts";
import type { MeshFacts } from "./mesh-facts";
import { statedEnd } from "./resource-facts";

/**
 * The members of a mesh, each with the subscriptions that stay when it goes: also those that other members read by from then on, and none
 * on a topic that goes.
 */
export function withKeptSubscriptions(before: MeshFacts, after: MeshFacts): readonly MemberFacts[] {
  const staying = new Set(after.topics.map(({ name }) => name));
  const going = before.topics.filter(
    (topic) => topic.owned && !staying.has(topic.name) && statedEnd(topic) !== "retain",
  );
  const gone = new Set(going.map(({ name }) => name));
  const readers = readersBySubscription(after.members);
  return before.members.map((member) => {
    const { kept: own = [], ...facts } = member;
    const taken = takenTopics(member, readers);
    if (taken.length === 0 && (gone.size === 0 || own.length === 0)) return member;
    const kept = [...new Set([...own, ...taken])].filter((topic) => !gone.has(topic));
    return kept.length === 0 ? facts : { ...facts, kept };
  });
}

type Readers = ReadonlyMap<string | undefined, Group<MemberFacts>>;

const readersBySubscription = (members: readonly MemberFacts[]): Readers =>
  grouped(members.map((member) => [member.subscription, member]));

/** The topics that others read by the subscription of a member, wherever it does. */
function takenTopics({ id, subscription, reads, pulsarClusters }: MemberFacts, readers: Readers): readonly string[] {
  const others = (subscription === undefined ? [] : (readers.get(subscription) ?? [])).filter(
    (other) => other.id !== id && pulsarClusters.every((cluster) => other.pulsarClusters.includes(cluster)),
  );
  return others.length === 0 ? [] : reads.filter((topic) => others.some((other) => other.reads.includes(topic)));
}
