import { argumentPath } from "../argument-path";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM053 */
export const stateStores: Rule = {
  code: "FM053",
  severity: "error",
  inManifests: "error",
  title: "State has a store, and a runtime that keeps it",
  description:
    "State is kept in the table service of BookKeeper, whose URL is stated. Functions in Go cannot keep state.",
  check: ({ plan }) =>
    plan.members.flatMap(({ path, spec, runtime }): readonly Finding[] => {
      const state = spec.statefulConfig;
      if (state === undefined) return [];
      const { serviceUrl, javaProvider } = state.pulsar;
      const at = (...steps: readonly string[]): string => argumentPath(path, "statefulConfig", ...steps);
      const missing = (field: readonly string[], help: string): Finding => ({
        path: at(...field),
        message: "is empty",
        help,
      });
      return [
        ...(runtime === "golang"
          ? [{ path: at(), message: "is stated for a function in Go, which cannot keep state", help: "leave it out" }]
          : []),
        ...(isKnown(serviceUrl) && serviceUrl === ""
          ? [missing(["pulsar", "serviceUrl"], "state the URL of the table service, such as bk://bookkeeper:4181")]
          : []),
        ...(isKnown(javaProvider?.className) && javaProvider?.className === ""
          ? [missing(["pulsar", "javaProvider", "className"], "state the class, or leave `javaProvider` out")]
          : []),
      ];
    }),
};
