import { canRead } from "../json-value";
import type { TopicPlan } from "../plan-pulsar";
import type { SchemaType } from "../schema";
import { readFullName } from "../topic-name";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { type Meaning, singleValues, type StatedTopic, statedTopics, type StatedType } from "./stated-types";
import { unjoinableTypes } from "./unjoinable-types";

/** FM040 */
export const edgeSchemas: Rule = {
  code: "FM040",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Both ends of an edge mean one schema",
  description:
    "What `topics`, the writer and the readers of a topic say of its messages is of one type, also where its ends are in Pulsar clusters that it is replicated between: the broker refuses whoever comes second with another. Functions and sinks in Java that state neither a type nor a class mean java.lang.String, which is `STRING`. Their java.lang.Long, Integer and other numbers go as JSON: such members join no topic whose schema is `INT64` or of another single value, nor can that be stated as a type of theirs. Numbers of two widths are a warning where the broker refuses them unless its compatibility strategy is another than `FULL`, its default; an error where that is stated. Bytes go with every type, so do the classes of functions in other languages, whose instances look at no class, and nothing is known of classes of your own. A schema that `topics` states is one that Pulsar can read, with a definition where its type has one.",
  check: (mesh) =>
    distinct([
      ...mesh.plan.members.flatMap(unjoinableTypes),
      ...statedTopics(mesh.plan).flatMap((topic) => contradictions(mesh, topic)),
    ]),
};

/** A topic that is two in two Pulsar clusters is wrong once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.path} ${finding.message}`, finding])).values()];
}

/** Who states nothing is the one to follow, wherever it stands; of numbers, besides, the first that come as such. */
function contradictions(mesh: CheckedMesh, { topic, types }: StatedTopic): readonly Finding[] {
  const first = types.find(({ isDefault }) => isDefault !== true) ?? types[0];
  const firstValue = types.find(({ meaning }) => meaning.kind === "value");
  return types.flatMap((each): readonly Finding[] => {
    for (const anchor of each.meaning.kind === "value" ? [first, firstValue] : [first]) {
      const clash = anchor === undefined ? undefined : clashOf(each, anchor);
      if (anchor === undefined || clash === undefined) continue;
      return clash === "certain" ? [finding(each, anchor)] : widths(mesh, topic, [each, anchor]);
    }
    return [];
  });
}

type Clash = "certain" | "byStrategy";

/** What becomes of the two on one topic, whoever comes first. */
function clashOf(each: StatedType, anchor: StatedType): Clash | undefined {
  if (each === anchor) return undefined;
  const [one, other] = [each.meaning, anchor.meaning];
  if (one.kind === "type" && other.kind === "type") return one.type === other.type ? undefined : "certain";
  if (one.kind === "value" && other.kind === "value") {
    if (one.value === other.value) return undefined;
    if ([one.value, other.value].includes("boolean")) return "certain";
    const writers = [each, anchor].filter(({ side }) => side === "writer");
    // Where only one of them writes, a reader of wider numbers can join after it.
    if (writers.length === 1) return canReadOf([each, anchor]) ? undefined : "byStrategy";
    return writers.length === 2 ? "byStrategy" : undefined;
  }
  const type = one.kind === "type" ? one.type : other.kind === "type" ? other.type : undefined;
  return type !== undefined && followable.includes(type) ? undefined : "certain";
}

/** Where these are the topic's, instances take a number by them: whether it fits the definition is not looked at. */
const followable: readonly SchemaType[] = ["AVRO", "JSON"];

function canReadOf(ends: readonly StatedType[]): boolean {
  const [reader, writer] = (["reader", "writer"] as const).map(
    (side) => ends.find((end) => end.side === side)?.meaning,
  );
  return reader?.kind === "value" && writer?.kind === "value" && canRead(reader.value, writer.value);
}

/** Numbers of two widths: the broker says by its strategy whether the second one may come. */
function widths(
  { spec }: CheckedMesh,
  { name, spec: { schemaCompatibilityStrategy } }: TopicPlan,
  [each, anchor]: readonly [StatedType, StatedType],
): readonly Finding[] {
  const home = readFullName(name);
  const namespace = home === undefined ? undefined : spec.namespaces?.[`${home.tenant}/${home.pulsarNamespace}`];
  const strategy = schemaCompatibilityStrategy ?? namespace?.schemaCompatibilityStrategy;
  if (strategy === undefined)
    return [
      {
        ...finding(each, anchor),
        severity: "warning",
        help: "state one class at both: by Pulsar's default strategy of compatibility, FULL, the broker refuses the one that comes second",
      },
    ];
  return isKnown(strategy) && strategy.startsWith("FULL") ? [finding(each, anchor)] : [];
}

function finding(each: StatedType, anchor: StatedType): Finding {
  const message = `means ${told(each)}, and ${anchor.path} means ${told({ meaning: anchor.meaning })}`;
  if (isSingle(each.meaning) || isSingle(anchor.meaning))
    return { path: each.path, message, help: helpForSingleValues };
  const help =
    each.isDefault === true ? "state the same type or the class of the messages" : "state one of the two at both";
  return { path: each.path, message, help };
}

const isSingle = (meaning: Meaning): boolean => meaning.kind === "type" && singleValues.includes(meaning.type);

const helpForSingleValues =
  'instances know no schema of a single value: state no schema at the topic, so that numbers go as JSON, or the class "[B", which takes its bytes as they are';

function told({ meaning, isDefault }: Pick<StatedType, "meaning" | "isDefault">): string {
  if (meaning.kind === "value") return `JSON of ${meaning.typeClass}`;
  return isDefault === true ? `${meaning.type}, as no type and no class are stated` : meaning.type;
}
