import { argumentPath } from "../argument-path";
import { guaranteeOf } from "../guarantee";
import type { MemberPlan } from "../plan";
import { bringsMessages } from "../brings-messages";
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
  check: ({ plan, clusters }) => {
    const left = plan.kubernetesClusters.filter(({ spec }) => spec.abandon === true);
    const abandoned = new Set(left.map(({ key }) => key));
    return plan.members.flatMap((member) => {
      const active = activeClusters(member, clusters.defaultKubernetes, abandoned);
      const what = onlyOnce(member);
      if (active.length < 2 || what === undefined) return [];
      return [
        {
          path: argumentPath(member.path, "placement"),
          message: `lets ${what} run in ${active.join(" and ")} at once`,
          help: "state `standby: true` for all places but one",
        },
      ];
    });
  },
};

/** As stated, also where a key is none. */
const activeClusters = (
  member: MemberPlan,
  defaultCluster: string | undefined,
  abandoned: ReadonlySet<string>,
): readonly string[] => [
  ...new Set(
    statedPlaces(member, defaultCluster)
      .filter(({ cluster, standby }) => standby !== true && !abandoned.has(cluster))
      .map(({ cluster }) => cluster),
  ),
];

/** What forbids a member to run twice. */
function onlyOnce(member: MemberPlan): string | undefined {
  if (bringsMessages(member)) return member.kind === "source" ? "a source" : "a function with a `source`";
  return guaranteeOf(member) === "effectively_once" ? "a member with effectively_once" : undefined;
}
