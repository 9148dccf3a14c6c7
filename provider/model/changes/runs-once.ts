import type { MemberFacts } from "./member-facts";

/** True for a member whose workload ends where it was before it begins where it moves to (`runsOnce` of its plan). */
export const runsOnce = ({ bringsMessages, guarantee }: MemberFacts): boolean =>
  bringsMessages === true || guarantee === "effectively_once";
