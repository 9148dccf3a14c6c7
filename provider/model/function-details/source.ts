import type { FunctionPlan, SinkPlan, SourcePlan } from "../plan";
import { toldCleanup, toldSubscription } from "../subscription-name";
import { subscriptionTypeOf } from "../subscription-type";
import { bytesClass, inputTypeClass, outputTypeClass } from "../type-class";
import { sourceClassAndConfigs } from "./batch-source";
import { builtinOf } from "./builtin";
import { sourceOverride } from "./connector-override";
import { type Fields, filled, unlessZero } from "./fields";
import { inputSpecs } from "./input-specs";

/** Where a source's messages come from. */
export const connectorSource = (member: SourcePlan): Fields =>
  filled({
    ...sourceClassAndConfigs(member),
    builtin: builtinOf(member),
    typeClassName: outputTypeClass(member) ?? bytesClass,
  });

/** What a function or sink reads. */
export function readerSource(member: FunctionPlan | SinkPlan): Fields {
  const { spec } = member;
  const override = member.kind === "function" ? member.spec.source : undefined;
  return filled({
    ...sourceOverride(override),
    typeClassName: inputTypeClass(member) ?? override?.typeClassName ?? bytesClass,
    subscriptionType: unlessZero(subscriptionTypeOf(member), "SHARED"),
    inputSpecs: inputSpecs(member),
    subscriptionName: toldSubscription(member),
    subscriptionPosition: unlessZero((spec.subscriptionPosition ?? "earliest").toUpperCase(), "LATEST"),
    cleanupSubscription: unlessZero(toldCleanup(member), false),
    timeoutMs: unlessZero(spec.timeout, 0),
    negativeAckRedeliveryDelayMs: unlessZero(redeliveryDelay(member), 0),
    skipToLatest: member.kind === "function" ? unlessZero(member.spec.skipToLatest, false) : undefined,
  });
}

const redeliveryDelay = ({ kind, spec }: FunctionPlan | SinkPlan): number | undefined =>
  spec.negativeAckRedeliveryDelayMs ?? (kind === "function" ? spec.timeout : undefined);
