import type { MemberPlan } from "./plan";
import { readsTopics } from "./reads-topics";

/** True for a member that brings messages from outside: two of it at once bring each of them twice. */
export const bringsMessages = (member: MemberPlan): boolean => !readsTopics(member);
