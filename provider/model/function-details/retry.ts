import type { FunctionPlan, SinkPlan } from "../plan";
import { toldTopic } from "../told-topic";
import { isKnown } from "../unknown";
import { type Fields, filled } from "./fields";

/** How often a message that fails is delivered, and where it goes then; undefined where it is delivered for ever. */
export function retryDetails(member: FunctionPlan | SinkPlan): Fields | undefined {
  const { maxMessageRetry } = member.spec;
  if (maxMessageRetry === undefined || (isKnown(maxMessageRetry) && maxMessageRetry <= 0)) return undefined;
  const { deadLetterTopic } = member;
  return filled({
    maxMessageRetries: maxMessageRetry,
    deadLetterTopic: deadLetterTopic === undefined ? undefined : toldTopic(member, deadLetterTopic),
  });
}
