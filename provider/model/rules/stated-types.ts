import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import { type JsonValue, jsonValueOf } from "../json-value";
import { lastInputs, type MessageType, readType, writtenType } from "../message-types";
import type { InputUse, MemberPlan, MeshPlan } from "../plan";
import type { TopicPlan } from "../plan-pulsar";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import type { SchemaType } from "../schema";
import { schemaOfTypeClass } from "../type-class";
import { isKnown } from "../unknown";
import { topicKey } from "./flow";

/** What the messages of a topic are, as somebody states it: of a schema's type, or values of a class that goes as JSON. */
export type Meaning =
  | { readonly kind: "type"; readonly type: SchemaType }
  | { readonly kind: "value"; readonly value: JsonValue; readonly typeClass: string };

export interface StatedType {
  readonly meaning: Meaning;
  readonly side: "topic" | "writer" | "reader";
  readonly path: string;
  /** Nobody states it: it is that of the class which counts where none is stated. */
  readonly isDefault?: true;
}

/** A topic of one Pulsar cluster, or of all that it is replicated to, and what is stated of it. */
export interface StatedTopic {
  readonly topic: TopicPlan;
  /** First what `topics` says, then the writers, then the readers: those that come later are to follow. */
  readonly types: readonly StatedType[];
}

interface Statement {
  readonly topic: string;
  readonly pulsarClusters: readonly string[];
  readonly type: StatedType | undefined;
}

export function statedTopics(plan: MeshPlan): readonly StatedTopic[] {
  const topics = new Map(plan.topics.map((topic) => [topicKey(plan, topic.pulsarCluster, topic.name), topic]));
  const byTopic = grouped(
    [...ofTopics([...topics.values()]), ...plan.members.flatMap(ofOutput), ...plan.members.flatMap(ofInputs)].flatMap(
      ({ topic, pulsarClusters, type }) =>
        type === undefined || !isKnown(topic)
          ? []
          : [...new Set(pulsarClusters.map((key) => topicKey(plan, key, topic)))].map((key) => [key, type] as const),
    ),
  );
  return [...topics].flatMap(([key, topic]) => {
    const types = byTopic.get(key);
    return types === undefined ? [] : [{ topic, types }];
  });
}

const ofTopics = (topics: readonly TopicPlan[]): readonly Statement[] =>
  topics.map(({ name, pulsarCluster, spec, label }) => {
    const type = schemaTypes.find((each) => each === spec.schema?.type);
    const path = argumentPath("topics", label, "schema", "type");
    return {
      topic: name,
      pulsarClusters: [pulsarCluster],
      type: type === undefined ? undefined : { meaning: { kind: "type", type }, side: "topic", path },
    };
  });

const outputFields = { schema: "sinkSchemaType", class: "typeClassName", default: "topic" } as const;

function ofOutput(member: MemberPlan): readonly Statement[] {
  const said = writtenType(member);
  if (said === undefined || member.writes === undefined) return [];
  const path = argumentPath(member.path, "output", outputFields[said.by]);
  const type = statedType(member, said, { side: "writer", path });
  return [{ topic: member.writes.name, pulsarClusters: pulsarClustersOf(member), type }];
}

const ofInputs = (member: MemberPlan): readonly Statement[] =>
  lastInputs(member).map((use) => ({
    topic: use.name,
    pulsarClusters: pulsarClustersOf(member),
    type: typeOfInput(member, use),
  }));

function typeOfInput(member: MemberPlan, use: InputUse): StatedType | undefined {
  const said = readType(member, use);
  const path = said?.by === "class" ? argumentPath(member.path, "input", "typeClassName") : use.path;
  return said === undefined ? undefined : statedType(member, said, { side: "reader", path });
}

function statedType(
  { runtime }: MemberPlan,
  said: MessageType,
  at: Pick<StatedType, "side" | "path">,
): StatedType | undefined {
  const meaning =
    said.by === "schema" ? meaningOfSchema(runtime, said.schema) : meaningOfClass(runtime, said.typeClass);
  return meaning === undefined ? undefined : { ...at, meaning, ...(said.by === "default" ? { isDefault: true } : {}) };
}

/** Types that have a definition, and text: those that instances know. */
const structured: readonly SchemaType[] = ["AVRO", "JSON", "PROTOBUF", "PROTOBUF_NATIVE", "STRING", "KEY_VALUE"];

/** Types of single values, which instances know none of: what they cannot join (Java's TopicSchema in 4.0). */
export const singleValues: readonly SchemaType[] = [
  ...(["BOOLEAN", "INT8", "INT16", "INT32", "INT64", "FLOAT", "DOUBLE"] as const),
  ...(["DATE", "TIME", "TIMESTAMP", "INSTANT", "LOCAL_DATE", "LOCAL_TIME", "LOCAL_DATE_TIME"] as const),
];

/** The types that contradict each other: bytes go with every one. */
const schemaTypes: readonly SchemaType[] = [...structured, ...singleValues];

/** What instances call a type, in whatever case; another text is a class. */
function meaningOfSchema(runtime: MemberPlan["runtime"], text: string): Meaning | undefined {
  const upper = text.toUpperCase();
  // What a generic instance program knows nobody can say here.
  const type = (runtime === "generic" ? schemaTypes : structured).find((each) => each === upper);
  return type === undefined ? undefined : { kind: "type", type };
}

/** Only instances in Java look at the class. */
function meaningOfClass(runtime: MemberPlan["runtime"], typeClass: string): Meaning | undefined {
  if (runtime !== "java") return undefined;
  const type = schemaOfTypeClass(typeClass)?.type;
  if (type !== undefined) return { kind: "type", type };
  const value = jsonValueOf(typeClass);
  return value === undefined ? undefined : { kind: "value", value, typeClass };
}
