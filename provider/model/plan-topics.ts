import type { InputUse, MemberPlan, TopicPlan, TopicUse } from "./plan";
import type { PlanContext } from "./plan-members";
import { childName } from "./names";
import type { SchemaSpec } from "./schema";
import { byText, sortedEntries } from "./sorted-entries";
import type { TopicSpec } from "./topic";
import { topicLabel, topicUseLabel } from "./topic-label";
import { readTopicName, topicText } from "./topic-name";
import { inputTypeClass, outputTypeClass, schemaOfTypeClass } from "./type-class";
import { isKnown } from "./unknown";
import { writtenTopics } from "./written-topics";

/** Everything known about one topic while the members are gone through. */
interface TopicFacts {
  readonly label: string;
  readonly name: string;
  readonly persistent: boolean;
  readonly spec: TopicSpec | undefined;
  readonly pulsarClusters: Set<string>;
  readonly written: SchemaSpec[];
  readonly read: SchemaSpec[];
}

/** The topics in use, ordered by name, in each Pulsar cluster that uses them. */
export function planTopics(context: PlanContext, members: readonly MemberPlan[]): readonly TopicPlan[] {
  const topics = declaredTopics(context);
  for (const member of members) noteUses(context, topics, member);
  for (const facts of topics.values()) {
    const { defaultPulsar } = context.clusters;
    if (facts.pulsarClusters.size === 0 && defaultPulsar !== undefined) facts.pulsarClusters.add(defaultPulsar);
  }
  return [...topics.values()]
    .sort((left, right) => byText(left.label, right.label) || byText(left.name, right.name))
    .flatMap((facts) => inEachCluster(context, facts));
}

/** The entries of `topics` by full name. */
function declaredTopics(context: PlanContext): Map<string, TopicFacts> {
  const topics = new Map<string, TopicFacts>();
  for (const [key, spec] of sortedEntries(context.spec.topics)) {
    const reading = readTopicName(key, context.home);
    if (reading.kind === "malformed") continue;
    const name = topicText(reading.name);
    const facts = { ...emptyFacts(topicLabel(name, context.home), name, reading.name.persistent), spec };
    if (spec.pulsarCluster !== undefined) facts.pulsarClusters.add(spec.pulsarCluster);
    topics.set(name, facts);
  }
  return topics;
}

const emptyFacts = (label: string, name: string, persistent: boolean): TopicFacts => ({
  label,
  name,
  persistent,
  spec: undefined,
  pulsarClusters: new Set(),
  written: [],
  read: [],
});

function noteUses(context: PlanContext, topics: Map<string, TopicFacts>, member: MemberPlan): void {
  const note = (use: TopicUse, side: "written" | "read", schema: SchemaSpec | undefined): void => {
    const known = isKnown(use.name);
    const label = known ? topicLabel(use.name, context.home) : ownLabel(context, member, use);
    const facts = topics.get(use.name) ?? emptyFacts(label, use.name, use.persistent);
    topics.set(use.name, facts);
    for (const place of member.places) facts.pulsarClusters.add(place.pulsarCluster);
    if (schema !== undefined) facts[side].push(schema);
  };
  const ownTypes = new Set(member.inputs.filter(hasOwnType).map(({ name }) => name));
  for (const use of member.reads)
    note(use, "read", ownTypes.has(use.name) ? undefined : schemaOfTypeClass(inputTypeClass(member)));
  for (const use of writtenTopics(member))
    note(use, "written", use === member.writes ? writtenSchema(member) : undefined);
}

/** The type class says nothing of messages that a class of their own, or a stated schema, reads. */
const hasOwnType = ({ consumer: { serdeClassName, schemaType } }: InputUse): boolean =>
  (serdeClassName ?? schemaType ?? "") !== "";

function writtenSchema(member: MemberPlan): SchemaSpec | undefined {
  const { sinkSerdeClassName, sinkSchemaType } = (member.kind === "sink" ? undefined : member.spec.output) ?? {};
  const hasOwn = (sinkSerdeClassName ?? sinkSchemaType ?? "") !== "";
  return hasOwn ? undefined : schemaOfTypeClass(outputTypeClass(member));
}

/** A topic that another resource computes is called after its first user. */
const ownLabel = (context: PlanContext, member: MemberPlan, use: TopicUse): string =>
  context.single ? topicUseLabel(use, context.home) : childName(member.name, topicUseLabel(use, context.home));

function inEachCluster(context: PlanContext, facts: TopicFacts): readonly TopicPlan[] {
  const owned = isKnown(facts.name) && facts.spec?.external !== true;
  // A schema follows from type classes only where the topic is ours: another's topic is not changed unless it is said so.
  const schema = facts.spec?.schema ?? (owned ? (facts.written[0] ?? facts.read[0]) : undefined);
  const keys = context.clusters.pulsarClusters.map(({ key }) => key).filter((key) => facts.pulsarClusters.has(key));
  return keys.map((pulsarCluster, index) => ({
    childName: childName(context.mesh, facts.label, index === 0 ? "" : pulsarCluster),
    label: facts.label,
    pulsarCluster,
    name: facts.name,
    persistent: facts.persistent,
    owned,
    spec: facts.spec ?? {},
    ...(schema === undefined ? {} : { schema }),
  }));
}
