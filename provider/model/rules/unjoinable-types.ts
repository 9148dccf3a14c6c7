import { argumentPath } from "../argument-path";
import { lastInputs, type MessageType, readType, writtenType } from "../message-types";
import type { MemberPlan } from "../plan";
import type { SchemaType } from "../schema";
import { inputTypeClass, outputTypeClass } from "../type-class";
import type { Finding } from "./rule";
import { singleValues } from "./stated-types";

/** Types of schemas that a member in Java states and its instances know none of: they end with `Unsupported schema type`. */
export function unjoinableTypes(member: MemberPlan): readonly Finding[] {
  if (member.runtime !== "java") return [];
  const inputs = isOfAnySchema(inputTypeClass(member))
    ? []
    : lastInputs(member).flatMap((use) => findingAt(use.path, readType(member, use)));
  if (isOfAnySchema(outputTypeClass(member))) return inputs;
  return [...inputs, ...findingAt(argumentPath(member.path, "output", "sinkSchemaType"), writtenType(member))];
}

/** Messages of these are as the topic says, or there are none, whatever type is stated beside. */
const ofAnySchema: readonly string[] = [
  "java.lang.Void",
  "org.apache.pulsar.client.api.schema.GenericObject",
  "org.apache.pulsar.client.api.schema.GenericRecord",
];

const isOfAnySchema = (typeClass: string | undefined): boolean =>
  typeClass !== undefined && ofAnySchema.includes(typeClass);

const unjoinable: readonly SchemaType[] = [...singleValues, "BYTES"];

function findingAt(path: string, said: MessageType | undefined): readonly Finding[] {
  if (said?.by !== "schema") return [];
  const upper = said.schema.toUpperCase();
  const type = unjoinable.find((each) => each === upper);
  if (type === undefined) return [];
  return [
    {
      path,
      message: `is ${type}, and instances in Java know no schema of that type`,
      help:
        type === "BYTES"
          ? 'leave it out, and state the class "[B"'
          : 'leave it out: numbers then go as JSON, where the topic has no schema; for its bytes as they are, state the class "[B"',
    },
  ];
}
