import { bringsMessages } from "./brings-messages";
import { guaranteeOf } from "./guarantee";
import type { MemberPlan } from "./plan";

/**
 * True for a member of which two must not run at once, in two places or while it moves: two would bring each message twice, or, by
 * effectively-once, have producers of one name, of which brokers refuse the second.
 */
export const runsOnce = (member: MemberPlan): boolean =>
  bringsMessages(member) || guaranteeOf(member) === "effectively_once";
