import type { InputUse, MemberPlan, TopicUse } from "./plan";
import { readInputs } from "./reads-topics";
import { isKnown } from "./unknown";

/** The patterns by which a member finds topics. */
export const patternsOf = (member: MemberPlan): readonly InputUse[] =>
  readInputs(member).filter(({ consumer }) => consumer.isRegexPattern === true);

/** Pulsar's clients list the persistent topics of a namespace, and compare these without their schemes, whatever a pattern begins with. */
export const isFindable = ({ name, persistent }: Pick<TopicUse, "name" | "persistent">): boolean =>
  persistent && isKnown(name);
