import { argumentPath } from "../argument-path";
import { enabledTypeFindings } from "./enabled-types";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM032 */
export const orderings: Rule = {
  code: "FM032",
  severity: "error",
  inManifests: "error",
  title: "Orderings do not contradict each other",
  description:
    "`retainOrdering` gives each topic to one instance at a time, `retainKeyOrdering` spreads the keys of a topic over all: a subscription is one or the other. Its type (Failover for the first and for `effectively_once`, Key_Shared for the second, else Shared) is among the `subscriptionTypesEnabled` of the topic or of its namespace, where the mesh states these: brokers refuse any other.",
  check: (mesh) => [...contradictions(mesh), ...enabledTypeFindings(mesh)],
};

const contradictions = ({ plan }: CheckedMesh): readonly Finding[] =>
  plan.members
    .filter(({ kind, spec }) => kind !== "source" && spec.retainOrdering === true && spec.retainKeyOrdering === true)
    .map(({ path }) => ({
      path: argumentPath(path, "retainKeyOrdering"),
      message: "is true together with `retainOrdering`",
      help: "keep `retainOrdering` for the order within topics, or `retainKeyOrdering` for the order within keys",
    }));
