import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { bringsMessages } from "../brings-messages";
import { statedPlaces } from "../plan-members";
import { runsOnce } from "../runs-once";
import type { Finding, Rule } from "./rule";

/** FM022 */
export const severalPlaces: Rule = {
  code: "FM022",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Only what may run twice runs in several places",
  description:
    "A source in two clusters, or a function with a `source`, brings every message twice, and two places with `effectively_once` each tell repeats for themselves alone. All places but one are `standby`. A member that only stands by runs nowhere, which is warned of.",
  check: ({ plan, clusters }) => {
    const left = plan.kubernetesClusters.filter(({ spec }) => spec.abandon === true);
    const abandoned = new Set(left.map(({ key }) => key));
    return plan.members.flatMap((member) => {
      const stated = statedPlaces(member, clusters.defaultKubernetes).filter(({ cluster }) => !abandoned.has(cluster));
      const active = [...new Set(stated.filter(({ standby }) => standby !== true).map(({ cluster }) => cluster))];
      if (active.length === 0 && stated.length > 0 && member.spec.paused !== true) return [runsNowhere(member)];
      const what = onlyOnce(member);
      return active.length < 2 || what === undefined ? [] : [runsTwice(member, what, active)];
    });
  },
};

const runsTwice = (member: MemberPlan, what: string, clusters: readonly string[]): Finding => ({
  path: argumentPath(member.path, "placement"),
  message: `lets ${what} run in ${clusters.join(" and ")} at once`,
  help: "state `standby: true` for all places but one",
});

const runsNowhere = (member: MemberPlan): Finding => ({
  path: argumentPath(member.path, "placement"),
  severity: "warning",
  message: "has it stand by wherever it is placed, so that no instance of it runs",
  help: "leave `standby` out of one place, or state `paused: true` where nothing is to run",
});

/** What forbids a member to run twice. */
function onlyOnce(member: MemberPlan): string | undefined {
  if (!runsOnce(member)) return undefined;
  if (!bringsMessages(member)) return "a member with effectively_once";
  return member.kind === "source" ? "a source" : "a function with a `source`";
}
