import { argumentPath } from "../argument-path";
import { guaranteeOf } from "../guarantee";
import type { MemberPlan } from "../plan";
import { statedPlaces } from "../plan-members";
import type { Rule } from "./rule";

/** FM022 */
export const severalPlaces: Rule = {
  code: "FM022",
  severity: "error",
  inManifests: "warning",
  title: "Only what may run twice runs in several places",
  description:
    "A source in two clusters, or a function with a `source`, brings every message twice, and two places with `effectively_once` each tell repeats for themselves alone. All places but one are `standby`.",
  check: ({ plan, clusters }) =>
    plan.members.flatMap((member) => {
      const active = activeClusters(member, clusters.defaultKubernetes);
      const what = onlyOnce(member);
      if (active.length < 2 || what === undefined) return [];
      return [
        {
          path: argumentPath(member.path, "placement"),
          message: `lets ${what} run in ${active.join(" and ")} at once`,
          help: "state `standby: true` for all places but one",
        },
      ];
    }),
};

/** As stated, also where a key is none. */
const activeClusters = (member: MemberPlan, defaultCluster: string | undefined): readonly string[] => [
  ...new Set(
    statedPlaces(member, defaultCluster)
      .filter(({ standby }) => standby !== true)
      .map(({ cluster }) => cluster),
  ),
];

/** What forbids a member to run twice. */
function onlyOnce(member: MemberPlan): string | undefined {
  if (member.kind === "source") return "a source";
  if (member.kind === "function" && member.spec.source !== undefined) return "a function with a `source`";
  return guaranteeOf(member) === "effectively_once" ? "a member with effectively_once" : undefined;
}
