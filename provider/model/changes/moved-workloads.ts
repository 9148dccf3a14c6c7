import type { MemberFacts } from "./member-facts";
import { placeOfMember, someOf } from "./member-words";

/** True for a member whose workload ends where it was before it begins where it moves to (`runsOnce` of its plan). */
export const runsOnce = ({ bringsMessages, guarantee }: MemberFacts): boolean =>
  bringsMessages === true || guarantee === "effectively_once";

/** In which order the workloads of members that move come and go. */
export function movedWorkloads(members: readonly MemberFacts[]): string {
  const once = members.filter(runsOnce);
  if (once.length === members.length) return "deleted where they were, and then made there";
  const names = someOf(once.map(placeOfMember));
  const first = once.length === 1 ? `that of ${names} is deleted first` : `those of ${names} are deleted first`;
  return `made there, and deleted where they were${once.length === 0 ? "" : `; ${first}`}`;
}
