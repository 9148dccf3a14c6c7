import { argumentPath } from "../argument-path";
import type { Rule } from "./rule";

/** FM022 */
export const severalPlaces: Rule = {
  code: "FM022",
  severity: "error",
  inManifests: "warning",
  title: "Only what may run twice runs in several places",
  description:
    "A source in two clusters brings every message twice, and two places with `effectively_once` each tell repeats for themselves alone. All places but one are `standby`.",
  check: ({ plan }) =>
    plan.members.flatMap((member) => {
      const active = member.places.filter(({ standby }) => !standby).map(({ cluster }) => cluster);
      const isOnce = member.spec.processingGuarantee === "effectively_once";
      if (active.length < 2 || (member.kind !== "source" && !isOnce)) return [];
      const what = member.kind === "source" ? "a source" : "a member with effectively_once";
      return [
        {
          path: argumentPath(member.path, "placement"),
          message: `lets ${what} run in ${active.join(" and ")} at once`,
          help: "state `standby: true` for all places but one",
        },
      ];
    }),
};
