import { argumentPath } from "../argument-path";
import type { InputUse, MemberPlan, TopicPlan } from "../plan";
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
    "What `topics`, the writer and the readers of a topic state of its messages is of one type: the broker refuses whoever comes second with another. Bytes go with every type, and nothing is known of classes of your own.",
  check: (mesh) => [...statedTypes(mesh).values()].flatMap(contradictions),
};

/** The type of a topic's messages as somebody states it, and where. */
interface StatedType {
  readonly type: SchemaType;
  readonly path: string;
}

/** A topic of one Pulsar cluster. */
type ByTopic = Map<string, StatedType[]>;

/** First what `topics` says, then the writers, then the readers: those that come later are to follow. */
function statedTypes({ plan }: CheckedMesh): ByTopic {
  const found: ByTopic = new Map();
  const note = (cluster: string, topic: string, stated: StatedType | undefined): void => {
    if (stated === undefined || !isKnown(topic)) return;
    const key = `${cluster} ${topic}`;
    const types = found.get(key);
    if (types === undefined) found.set(key, [stated]);
    else types.push(stated);
  };
  for (const topic of plan.topics) note(topic.pulsarCluster, topic.name, typeOfTopic(topic));
  for (const member of plan.members)
    for (const cluster of clustersOf(member)) note(cluster, member.writes?.name ?? "", typeOfOutput(member));
  for (const member of plan.members)
    for (const use of member.inputs)
      for (const cluster of clustersOf(member)) note(cluster, use.name, typeOfInput(member, use));
  return found;
}

const clustersOf = ({ places }: MemberPlan): Iterable<string> =>
  new Set(places.map(({ pulsarCluster }) => pulsarCluster));

function typeOfTopic({ spec, label }: TopicPlan): StatedType | undefined {
  const type = knownType(spec.schema?.type);
  return type === undefined ? undefined : { type, path: argumentPath("topics", label, "schema", "type") };
}

function typeOfOutput(member: MemberPlan): StatedType | undefined {
  if (member.kind === "sink" || member.writes === undefined) return undefined;
  const { sinkSerdeClassName = "", sinkSchemaType = "", typeClassName } = member.spec.output ?? {};
  if (sinkSerdeClassName !== "") return undefined;
  const field = sinkSchemaType === "" ? "typeClassName" : "sinkSchemaType";
  const type = sinkSchemaType === "" ? schemaOfTypeClass(typeClassName)?.type : knownType(sinkSchemaType);
  return type === undefined ? undefined : { type, path: argumentPath(member.path, "output", field) };
}

function typeOfInput(member: MemberPlan, { consumer, path }: InputUse): StatedType | undefined {
  const { serdeClassName = "", schemaType = "", isRegexPattern } = consumer;
  if (serdeClassName !== "" || isRegexPattern === true || member.kind === "source") return undefined;
  const isOwn = schemaType !== "";
  const type = isOwn ? knownType(schemaType) : schemaOfTypeClass(member.spec.input?.typeClassName)?.type;
  if (type === undefined) return undefined;
  return { type, path: isOwn ? path : argumentPath(member.path, "input", "typeClassName") };
}

/** The types that contradict each other; what instances call them, in whatever case. Other texts are classes. */
const comparable: readonly SchemaType[] = ["AVRO", "JSON", "PROTOBUF", "PROTOBUF_NATIVE", "STRING", "KEY_VALUE"];

function knownType(text: string | undefined): SchemaType | undefined {
  const upper = text?.toUpperCase();
  return comparable.find((type) => type === upper);
}

function contradictions(types: readonly StatedType[]): readonly Finding[] {
  const [first] = types;
  if (first === undefined) return [];
  return types
    .filter(({ type }) => type !== first.type)
    .map(({ type, path }) => ({
      path,
      message: `means ${type}, and ${first.path} means ${first.type}`,
      help: "state one of the two at both",
    }));
}
