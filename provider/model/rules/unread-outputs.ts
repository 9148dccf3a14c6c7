import { relatedTopics } from "../partition-names";
import type { MeshPlan } from "../plan";
import { isKnown } from "../unknown";
import { matches, memberPatterns, readsUnknown } from "./member-patterns";
import { writtenTopics } from "../written-topics";
import type { Finding, Rule } from "./rule";

/** FM011 */
export const unreadOutputs: Rule = {
  code: "FM011",
  severity: "warning",
  also: "error",
  inManifests: "warning",
  title: "Somebody reads each output",
  description:
    "The output of a member is read by a member, by name, by one of its partitions or by pattern, or said to be `terminal` or `external` in `topics`, or named by another resource, whose it is then; otherwise brokers drop its messages at once, unless retention or a subscription from outside keeps them. Topics of log lines, dead letters and late data are not looked at: nobody has to read them. An error with `validation.strict`. While the name of a topic that a member reads is not known, nothing is said: it may be that one.",
  check: ({ plan, spec, single }) => {
    if (single || plan.members.some(readsUnknown)) return [];
    const taken = takenTopics(plan);
    const patterns = plan.members.flatMap(memberPatterns);
    return plan.members.flatMap(({ writes }): readonly Finding[] => {
      if (writes === undefined || !isKnown(writes.name) || taken.has(writes.name)) return [];
      if (patterns.some((each) => (each.pattern.kind === "foreign" && writes.persistent) || matches(each, writes)))
        return [];
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

/** The topics that are read, in whatever Pulsar cluster, or that nobody here has to read. */
function takenTopics({ members, topics }: MeshPlan): ReadonlySet<string> {
  const finished = topics.filter(({ owned, spec }) => !owned || spec.terminal === true);
  const related = relatedTopics(topics.map(({ name }) => name));
  const read = members.flatMap(({ reads, found }) => [...reads, ...found]);
  // One that another resource names is that one's to read.
  const named = members.flatMap((member) => writtenTopics(member).filter(({ computed }) => computed === true));
  return new Set([
    ...[...finished, ...named].map(({ name }) => name),
    ...read.flatMap(({ name }) => [name, ...related(name)]),
  ]);
}
