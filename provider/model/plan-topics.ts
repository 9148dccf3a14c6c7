import { grouped } from "./grouped";
import type { MemberPlan, Replications, TopicUse } from "./plan";
import type { TopicPlan } from "./plan-pulsar";
import type { PlanContext } from "./plan-members";
import { lastInputs, type MessageType, readType, writtenType } from "./message-types";
import { childName } from "./names";
import { wantsReplication } from "./replication/replicated-subscriptions";
import { type ReplicatedTopic, replicatedTopics } from "./replication/replicated-topics";
import type { SchemaSpec } from "./schema";
import { isCalledByKey } from "./told-members";
import { byText } from "./sorted-entries";
import type { TopicSpec } from "./topic";
import { topicKeys } from "./topic-keys";
import { isWrittenOut, topicLabel, topicUseLabel } from "./topic-label";
import { readFullName } from "./topic-name";
import { schemaOfTypeClass } from "./type-class";
import { writtenTopics } from "./written-topics";

/** Everything known about one topic while the members are gone through. */
interface TopicFacts {
  label: string;
  readonly name: string;
  readonly persistent: boolean;
  readonly spec: TopicSpec | undefined;
  /** It is written out somewhere: one that only other resources compute is theirs. */
  isWrittenOut: boolean;
  readonly pulsarClusters: Set<string>;
  /** A member wants its subscription on it replicated. */
  isFollowed: boolean;
  /** The schemas that follow from type classes. */
  readonly written: SchemaSpec[];
  readonly read: SchemaSpec[];
  /** The types of schemas that members state, in their spelling. */
  readonly stated: string[];
}

/** The topics in use, ordered by name, in each Pulsar cluster that uses them. */
export function planTopics(
  context: PlanContext,
  members: readonly MemberPlan[],
  replications: Replications,
): readonly TopicPlan[] {
  const topics = declaredTopics(context);
  for (const member of members) noteUses(context, topics, member);
  const replicatedTo = replicatedTopics(context, replications);
  const ends = grouped(replications.crossings.map(({ topic, to }) => [topic, to]));
  for (const facts of topics.values()) {
    const { defaultPulsar } = context.clusters;
    if (facts.pulsarClusters.size === 0 && defaultPulsar !== undefined) facts.pulsarClusters.add(defaultPulsar);
    // Brokers make a topic wherever it is replicated to: there it is the mesh's as well, and so are replicated subscriptions. One of
    // others matters where it is read, be it by a pattern.
    const { keys } = replicatedTo(facts.name);
    const isEverywhere = isOwned(facts) || facts.isFollowed;
    for (const key of isEverywhere ? keys : keys.filter((each) => ends.get(facts.name)?.includes(each)))
      facts.pulsarClusters.add(key);
  }
  return [...topics.values()]
    .sort((left, right) => byText(left.label, right.label) || byText(left.name, right.name))
    .flatMap((facts) => inEachCluster(context, facts, replicatedTo(facts.name)));
}

/** The entries of `topics` by full name. */
function declaredTopics(context: PlanContext): Map<string, TopicFacts> {
  const topics = new Map<string, TopicFacts>();
  for (const [name, key] of topicKeys(context)) {
    const spec = context.spec.topics?.[key];
    const isPersistent = readFullName(name)?.persistent !== false;
    const facts = { ...emptyFacts(topicLabel(name, context.home), name, isPersistent), spec, isWrittenOut: true };
    if (spec?.pulsarCluster !== undefined) facts.pulsarClusters.add(spec.pulsarCluster);
    topics.set(name, facts);
  }
  return topics;
}

const emptyFacts = (label: string, name: string, persistent: boolean): TopicFacts => ({
  label,
  name,
  persistent,
  spec: undefined,
  isWrittenOut: false,
  pulsarClusters: new Set(),
  isFollowed: false,
  written: [],
  read: [],
  stated: [],
});

function noteUses(context: PlanContext, topics: Map<string, TopicFacts>, member: MemberPlan): void {
  const note = (use: TopicUse, side: "written" | "read", type: MessageType | undefined): void => {
    const facts = topics.get(use.name) ?? emptyFacts(labelOf(context, member, use), use.name, use.persistent);
    topics.set(use.name, facts);
    if (isWrittenOut(use) && !facts.isWrittenOut) {
      facts.label = labelOf(context, member, use);
      facts.isWrittenOut = true;
    }
    for (const place of member.places) facts.pulsarClusters.add(place.pulsarCluster);
    if (side === "read" && wantsReplication(member)) facts.isFollowed = true;
    if (type?.by === "schema") facts.stated.push(type.schema);
    const schema = type === undefined || type.by === "schema" ? undefined : schemaOfTypeClass(type.typeClass);
    if (schema !== undefined) facts[side].push(schema);
  };
  for (const use of lastInputs(member)) note(use, "read", readType(member, use));
  for (const use of writtenTopics(member))
    note(use, "written", use === member.writes ? writtenType(member) : undefined);
}

/** What follows from type classes. Nothing where a member states another type: it could not join a topic that has this one. */
function schemaOfClasses({ written, read, stated }: TopicFacts): SchemaSpec | undefined {
  const schema = written[0] ?? read[0];
  return stated.every((type) => type.toUpperCase() === schema?.type) ? schema : undefined;
}

/** A topic that another resource computes is called after its first user. */
function labelOf(context: PlanContext, member: MemberPlan, use: TopicUse): string {
  const label = topicUseLabel(use, context.home);
  const called = isCalledByKey(context.mesh, member) ? member.key : member.name;
  return context.single || isWrittenOut(use) ? label : childName(called, label);
}

const isOwned = ({ isWrittenOut, spec }: TopicFacts): boolean => isWrittenOut && spec?.external !== true;

function inEachCluster(
  context: PlanContext,
  facts: TopicFacts,
  { keys: replicatedTo, isElsewhere }: ReplicatedTopic,
): readonly TopicPlan[] {
  const owned = isOwned(facts);
  // A schema follows from type classes only where the topic is ours: another's topic is not changed unless it is said so.
  const schema = facts.spec?.schema ?? (owned ? schemaOfClasses(facts) : undefined);
  const keys = context.clusters.pulsarClusters.map(({ key }) => key).filter((key) => facts.pulsarClusters.has(key));
  return keys.map((pulsarCluster, index) => ({
    childName: childName(context.mesh, facts.label, index === 0 ? "" : pulsarCluster),
    label: facts.label,
    pulsarCluster,
    name: facts.name,
    persistent: facts.persistent,
    owned,
    ...(isElsewhere && replicatedTo.includes(pulsarCluster) ? { replicated: true as const } : {}),
    spec: facts.spec ?? {},
    ...(schema === undefined ? {} : { schema }),
  }));
}
