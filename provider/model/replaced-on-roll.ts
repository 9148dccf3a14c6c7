import { bringsMessages } from "./brings-messages";
import type { NamingPolicy } from "./mesh";
import type { MemberPlan } from "./plan";

/**
 * `replaceOnRoll` of a member for which it can do something, which may be known only when applied: two of what brings messages
 * would bring each of them twice, and under a name that stays a new workload cannot stand beside the old one.
 */
export const replacedOnRoll = (member: MemberPlan, naming: NamingPolicy): boolean | undefined =>
  naming === "unique" && !bringsMessages(member) ? member.rollout.replaceOnRoll : undefined;
