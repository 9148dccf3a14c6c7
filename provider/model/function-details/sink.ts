import { readTopicName, topicText } from "../topic-name";
import type { FunctionPlan, SinkPlan, SourcePlan } from "../plan";
import { toldTopic } from "../told-topic";
import { bytesClass, inputTypeClass, outputTypeClass } from "../type-class";
import { isKnown } from "../unknown";
import { builtinOf } from "./builtin";
import { sinkOverride } from "./connector-override";
import { type Fields, filled, unlessZero } from "./fields";
import { producerSpec } from "./producer";
import { configText } from "./user-config";

/** Where a sink carries messages to. */
export const connectorSink = (member: SinkPlan): Fields =>
  filled({
    className: member.connector?.className ?? member.spec.className,
    builtin: builtinOf(member),
    configs: configText(member.spec.config),
    typeClassName: inputTypeClass(member),
  });

/** What a function or source writes. */
export function writerSink(member: FunctionPlan | SourcePlan): Fields {
  const { output, forwardSourceMessageProperty } = member.spec;
  const override = member.kind === "function" ? member.spec.sink : undefined;
  return filled({
    ...sinkOverride(override),
    topic: outputTopic(member),
    typeClassName: outputTypeClass(member) ?? override?.typeClassName ?? bytesClass,
    serDeClassName: unlessZero(output?.sinkSerdeClassName, ""),
    schemaType: unlessZero(output?.sinkSchemaType, ""),
    producerSpec: producerSpec(member),
    forwardSourceMessageProperty: unlessZero(forwardSourceMessageProperty ?? true, false),
    ...(member.kind === "function" ? schemaOfSink(member) : {}),
  });
}

/** With a connector in place of the topic nobody writes to it; the operator passes on what is stated. */
function outputTopic(member: FunctionPlan | SourcePlan): string | undefined {
  if (member.writes !== undefined) return toldTopic(member, member.writes);
  return member.origin === undefined ? undefined : unlessZero(member.spec.output?.topic, "");
}

/** The entry of `customSchemaSinks` for the output topic; one that is not JSON says nothing. */
function schemaOfSink(member: FunctionPlan): Fields {
  const { output } = member.spec;
  const full = (topic: string): string => {
    const reading = isKnown(topic) ? readTopicName(topic, member) : undefined;
    return reading?.kind === "name" ? topicText(reading.name) : topic;
  };
  const entries = Object.entries(output?.customSchemaSinks ?? {});
  const text = entries.find(([topic]) => full(topic) === full(output?.topic ?? ""))?.[1];
  if (text === undefined || !isKnown(text)) return {};
  const parsed = parsedObject(text);
  return { schemaProperties: parsed["schemaProperties"], consumerProperties: parsed["consumerProperties"] };
}

function parsedObject(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
