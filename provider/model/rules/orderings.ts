import { argumentPath } from "../argument-path";
import type { Rule } from "./rule";

/** FM032 */
export const orderings: Rule = {
  code: "FM032",
  severity: "error",
  inManifests: "error",
  title: "Orderings do not contradict each other",
  description:
    "`retainOrdering` gives each topic to one instance at a time, `retainKeyOrdering` spreads the keys of a topic over all: a subscription is one or the other.",
  check: ({ plan }) =>
    plan.members
      .filter(({ kind, spec }) => kind !== "source" && spec.retainOrdering === true && spec.retainKeyOrdering === true)
      .map(({ path }) => ({
        path: argumentPath(path, "retainKeyOrdering"),
        message: "is true together with `retainOrdering`",
        help: "keep `retainOrdering` for the order within topics, or `retainKeyOrdering` for the order within keys",
      })),
};
