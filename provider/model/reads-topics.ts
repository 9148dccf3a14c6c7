import type { MemberSpecOfKind } from "./keyed-member";
import type { InputUse, MemberPlan } from "./plan";

/** False for a member whose messages a connector brings. One in place of a function's topics leaves unread whatever `input` states. */
export const readsTopics = ({ kind, spec }: MemberSpecOfKind | MemberPlan): boolean =>
  kind === "sink" || (kind === "function" && spec.source === undefined);

/** What a member reads of the topics and patterns that it states. */
export const readInputs = (member: MemberPlan): readonly InputUse[] => (readsTopics(member) ? member.inputs : []);
