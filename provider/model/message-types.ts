import type { InputUse, MemberPlan } from "./plan";
import { readInputs } from "./reads-topics";
import { inputTypeClass, outputTypeClass } from "./type-class";

/** What a member says of the messages of one of its topics, and what it says so by. */
export type MessageType =
  { readonly by: "schema"; readonly schema: string } | { readonly by: "class" | "default"; readonly typeClass: string };

/** The topics a member reads by name: of two for one topic the later one counts. */
export function lastInputs(member: MemberPlan): readonly InputUse[] {
  const last = new Map<string, InputUse>();
  for (const use of readInputs(member)) if (use.consumer.isRegexPattern !== true) last.set(use.name, use);
  return [...last.values()];
}

/** What the messages are that a member reads; undefined where a class of the user's own turns bytes into them. */
export function readType(member: MemberPlan, { consumer }: InputUse): MessageType | undefined {
  const { serdeClassName = "", schemaType = "" } = consumer;
  if (serdeClassName !== "" || member.kind === "source") return undefined;
  return messageType(member, { schema: schemaType, typeClass: inputTypeClass(member), stated: member.spec.input });
}

/** What the messages are that a member writes to its output. */
export function writtenType(member: MemberPlan): MessageType | undefined {
  if (member.kind === "sink" || member.writes === undefined) return undefined;
  const { sinkSerdeClassName = "", sinkSchemaType = "" } = member.spec.output ?? {};
  if (sinkSerdeClassName !== "") return undefined;
  return messageType(member, {
    schema: sinkSchemaType,
    typeClass: outputTypeClass(member),
    stated: member.spec.output,
  });
}

interface Words {
  readonly schema: string;
  readonly typeClass: string | undefined;
  readonly stated: { readonly typeClassName?: string } | undefined;
}

function messageType({ runtime }: MemberPlan, { schema, typeClass, stated }: Words): MessageType | undefined {
  // Instances in Go know bytes only (FM075).
  if (schema !== "") return runtime === "golang" ? undefined : { by: "schema", schema };
  if (typeClass === undefined) return undefined;
  return { by: stated?.typeClassName === undefined ? "default" : "class", typeClass };
}
