import { argumentPath } from "../../argument-path";
import type { OperatorRule } from "./operator-rule";

/** FM095 */
export const connectorConfig: OperatorRule = {
  code: "FM095",
  severity: "error",
  inManifests: "error",
  title: "Sources and sinks of manifests state their settings",
  description: "`sourceConfig` of a Source and `sinkConfig` of a Sink are stated, and may be empty.",
  check: (component) => {
    if (component.kind === "function") return [];
    const { kind, path } = component;
    const config = kind === "source" ? component.spec.sourceConfig : component.spec.sinkConfig;
    if (config !== undefined) return [];
    return [{ path: argumentPath(path, `${kind}Config`), message: "is missing", help: "state it, if only as {}" }];
  },
};
