import { isKnown } from "../unknown";
import { matches, memberPatterns } from "./member-patterns";
import type { Finding, Rule } from "./rule";
import { topicUsers } from "./topic-users";

/** FM011 */
export const unreadOutputs: Rule = {
  code: "FM011",
  severity: "warning",
  inManifests: "warning",
  title: "Somebody reads each output",
  description:
    "A topic that a member writes is read by a member, or said to be `terminal` or `external` in `topics`; otherwise messages pile up unread. An error with `validation.strict`.",
  check: ({ plan, spec, single }) => {
    if (single || plan.members.some(({ inputs }) => inputs.some(({ name }) => !isKnown(name)))) return [];
    const users = topicUsers(plan.members);
    const patterns = plan.members.flatMap(memberPatterns);
    const finished = new Set(
      plan.topics.filter(({ owned, spec: topic }) => !owned || topic.terminal === true).map(({ name }) => name),
    );
    return plan.members.flatMap(({ writes }): readonly Finding[] => {
      if (writes === undefined || !isKnown(writes.name) || finished.has(writes.name)) return [];
      if ((users.get(writes.name)?.readers.length ?? 0) > 0) return [];
      if (patterns.some((each) => each.pattern.kind === "foreign" || matches(each, writes.name))) return [];
      return [
        {
          path: writes.path,
          ...(spec.validation?.strict === true ? { severity: "error" } : {}),
          message: `nobody reads "${writes.name}"`,
          help: "name a topic that a member reads, or add it to `topics` with `terminal: true` when it is read from outside",
          helpInManifests: "name a topic that a component reads, unless it is read from outside",
        },
      ];
    });
  },
};
