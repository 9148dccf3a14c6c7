import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import { lastInputs, type MessageType, readType, writtenType } from "../message-types";
import type { InputUse, MemberPlan, TopicPlan } from "../plan";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import type { SchemaType } from "../schema";
import { schemaOfTypeClass } from "../type-class";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM040 */
export const edgeSchemas: Rule = {
  code: "FM040",
  severity: "error",
  inManifests: "warning",
  title: "Both ends of an edge mean one schema",
  description:
    "What `topics`, the writer and the readers of a topic say of its messages is of one type: the broker refuses whoever comes second with another. Functions and sinks in Java that state neither a type nor a class mean java.lang.String, which is `STRING`. Bytes go with every type, so do the classes of functions in other languages, whose instances look at no class, and nothing is known of classes of your own.",
  check: (mesh) => [...statedTypes(mesh).values()].flatMap(contradictions),
};

/** The type of a topic's messages as somebody states it, and where. */
interface StatedType {
  readonly type: SchemaType;
  readonly path: string;
  /** Nobody states it: it is that of the class which counts where none is stated. */
  readonly isDefault?: true;
}

/** By topic of one Pulsar cluster: first what `topics` says, then the writers, then the readers: those that come later are to follow. */
function statedTypes({ plan }: CheckedMesh): ReadonlyMap<string, readonly StatedType[]> {
  const inEach = (member: MemberPlan, topic: string, type: StatedType | undefined) =>
    pulsarClustersOf(member).map((cluster) => ({ cluster, topic, type }));
  const found = [
    ...plan.topics.map((topic) => ({ cluster: topic.pulsarCluster, topic: topic.name, type: typeOfTopic(topic) })),
    ...plan.members.flatMap((member) => inEach(member, member.writes?.name ?? "", typeOfOutput(member))),
    ...plan.members.flatMap((member) =>
      lastInputs(member).flatMap((use) => inEach(member, use.name, typeOfInput(member, use))),
    ),
  ];
  return grouped(
    found.flatMap(({ cluster, topic, type }) =>
      type === undefined || !isKnown(topic) ? [] : [[`${cluster} ${topic}`, type] as const],
    ),
  );
}

function typeOfTopic({ spec, label }: TopicPlan): StatedType | undefined {
  const type = knownType(spec.schema?.type);
  return type === undefined ? undefined : { type, path: argumentPath("topics", label, "schema", "type") };
}

function typeOfOutput(member: MemberPlan): StatedType | undefined {
  return stated(member, writtenType(member), (by) => argumentPath(member.path, "output", outputFields[by]));
}

const outputFields = { schema: "sinkSchemaType", class: "typeClassName", default: "topic" } as const;

function typeOfInput(member: MemberPlan, use: InputUse): StatedType | undefined {
  const pathOf = (by: MessageType["by"]): string =>
    by === "class" ? argumentPath(member.path, "input", "typeClassName") : use.path;
  return stated(member, readType(member, use), pathOf);
}

function stated(
  { runtime }: MemberPlan,
  said: MessageType | undefined,
  pathOf: (by: MessageType["by"]) => string,
): StatedType | undefined {
  if (said === undefined) return undefined;
  const type = said.by === "schema" ? knownType(said.schema) : typeOfClass(runtime, said.typeClass);
  if (type === undefined) return undefined;
  return { type, path: pathOf(said.by), ...(said.by === "default" ? { isDefault: true } : {}) };
}

/** Only instances in Java look at the class. */
const typeOfClass = (runtime: MemberPlan["runtime"], typeClass: string): SchemaType | undefined =>
  runtime === "java" ? schemaOfTypeClass(typeClass)?.type : undefined;

/** The types that contradict each other; what instances call them, in whatever case. Other texts are classes. */
const comparable: readonly SchemaType[] = ["AVRO", "JSON", "PROTOBUF", "PROTOBUF_NATIVE", "STRING", "KEY_VALUE"];

function knownType(text: string | undefined): SchemaType | undefined {
  const upper = text?.toUpperCase();
  return comparable.find((type) => type === upper);
}

/** Who states nothing is the one to follow, wherever it stands. */
function contradictions(types: readonly StatedType[]): readonly Finding[] {
  const first = types.find(({ isDefault }) => isDefault !== true) ?? types[0];
  if (first === undefined) return [];
  return types
    .filter(({ type }) => type !== first.type)
    .map((each) => ({
      path: each.path,
      message: `means ${meaning(each)}, and ${first.path} means ${first.type}`,
      help:
        each.isDefault === true ? "state the same type or the class of the messages" : "state one of the two at both",
    }));
}

const meaning = ({ type, isDefault }: StatedType): string =>
  isDefault === true ? `${type}, as no type and no class are stated` : type;
