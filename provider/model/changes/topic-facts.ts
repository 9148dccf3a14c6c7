import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import type { MeshPlan } from "../plan";
import type { TopicPlan } from "../plan-pulsar";
import { defaultTopicEnd } from "../subscription-ends";
import { isKnown } from "../unknown";
import { type ResourceFacts, settingFields } from "./resource-facts";
import { schemaFacts, type SchemaFacts } from "./schema-facts";
import { type Settle, type Settled, settledText } from "./settled";

/** A topic as meshes are compared by it. */
export interface TopicFacts extends ResourceFacts {
  readonly owned: boolean;
  readonly pulsarClusters: readonly string[];
  /** 0 for a topic without partitions. */
  readonly partitions: Settled;
  readonly schema?: SchemaFacts;
  /** It is not stated, but follows from the types that members name. */
  readonly schemaFollows?: true;
}

type TopicsAndUsers = Pick<MeshPlan, "topics" | "members">;

/** The topics in use, each once for all the Pulsar clusters it is in. */
export function topicFacts({ topics, members }: TopicsAndUsers, settle: Settle): readonly TopicFacts[] {
  const byName = grouped(topics.map((topic) => [topic.name, topic]));
  // Those of manifests come to be by being used: nobody makes or deletes them.
  const isNobodys = members.some(({ origin }) => origin !== undefined);
  return [...byName.values()].map((places) => {
    const facts = oneTopic(places[0], places, settle);
    return isNobodys ? { ...facts, owned: false } : facts;
  });
}

function oneTopic(topic: TopicPlan, places: readonly TopicPlan[], settle: Settle): TopicFacts {
  const { partitions, external, terminal, schema, pulsarCluster, ...settings } = topic.spec;
  // Said by `owned`, by rules alone, by `schema`, and by the clusters.
  void [external, terminal, pulsarCluster];
  const count: unknown = partitions ?? 0;
  return {
    path: argumentPath("topics", isKnown(topic.label) ? topic.label : "(computed)"),
    name: settledText(topic.name, settle),
    pulsarClusters: places.map((place) => place.pulsarCluster),
    owned: topic.owned,
    partitions: typeof count === "string" ? settledText(count, settle) : Number(count),
    ...(topic.schema === undefined ? {} : { schema: schemaFacts(topic.schema, settle) }),
    ...(topic.schema !== undefined && schema === undefined ? { schemaFollows: true } : {}),
    fields: settingFields(settings, { settle, onDelete: defaultTopicEnd }),
  };
}
