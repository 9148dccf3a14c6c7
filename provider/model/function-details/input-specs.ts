import type { ConsumerSpec } from "../input-output";
import type { MemberPlan } from "../plan";
import { readsTopics } from "../reads-topics";
import { toldTopic } from "../told-topic";
import { cryptoSpec } from "./crypto";
import { type Fields, filled, unlessZero } from "./fields";

/** How each topic and pattern is read, by name; undefined for a member that reads none. */
export function inputSpecs(member: MemberPlan): Readonly<Record<string, Fields>> | undefined {
  // With a connector in place of topics nobody looks at them; the operator passes on what is stated.
  if (!readsTopics(member) && member.origin === undefined) return undefined;
  if (member.inputs.length === 0) return undefined;
  return Object.fromEntries(member.inputs.map((use) => [toldTopic(member, use), consumerFields(member, use.consumer)]));
}

const consumerFields = (member: MemberPlan, spec: ConsumerSpec): Fields =>
  filled({
    schemaType: unlessZero(spec.schemaType, ""),
    serdeClassName: unlessZero(spec.serdeClassName, ""),
    isRegexPattern: unlessZero(spec.isRegexPattern, false),
    receiverQueueSize: spec.receiverQueueSize === undefined ? undefined : { value: spec.receiverQueueSize },
    schemaProperties: spec.schemaProperties,
    consumerProperties: spec.consumerProperties,
    cryptoSpec: cryptoSpec(member, spec.cryptoConfig),
  });
