import type { LogTopicAgent } from "../log";
import type { MemberPlan } from "../plan";

/** Who publishes a member's log lines; only functions' own instances can. */
export const logAgentOf = ({ kind, spec }: MemberPlan): LogTopicAgent =>
  spec.logTopicAgent ?? (kind === "function" ? "runtime" : "sidecar");

/** True for a member whose pods have a container that publishes log lines. */
export const hasLogSidecar = (member: MemberPlan): boolean =>
  member.spec.logTopic !== undefined && logAgentOf(member) === "sidecar";
