import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM013 */
export const selfFeeding: Rule = {
  code: "FM013",
  severity: "error",
  inManifests: "warning",
  title: "A member does not read what it writes",
  description: "A member whose output or log topic is among its own inputs would process its own messages for ever.",
  check: ({ plan }) =>
    plan.members.flatMap(({ reads, writes, logTopic }) => {
      const inputs = new Set(reads.map(({ name }) => name));
      return [writes, logTopic].flatMap((use): readonly Finding[] =>
        use === undefined || !isKnown(use.name) || !inputs.has(use.name)
          ? []
          : [
              {
                path: use.path,
                message: `"${use.name}" is among the member's own inputs`,
                help: "write to another topic",
              },
            ],
      );
    }),
};
