import type { FunctionPlan } from "./plan";
import { toldTopic } from "./told-topic";

/** The topic that the instance publishes its log to; undefined where a container beside it does. */
export const toldLogTopic = (member: FunctionPlan): string | undefined =>
  member.logTopic === undefined || member.spec.logTopicAgent === "sidecar"
    ? undefined
    : toldTopic(member, member.logTopic);
