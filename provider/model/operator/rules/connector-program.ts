import { argumentPath } from "../../argument-path";
import type { OperatorFinding, OperatorRule } from "./operator-rule";

/** FM093 */
export const connectorProgram: OperatorRule = {
  code: "FM093",
  severity: "error",
  inManifests: "error",
  title: "Sources and sinks of manifests are written in Java",
  description: "A Source or Sink states `java` with the connector's package, and no other program.",
  check: ({ kind, path, spec }) => {
    if (kind === "function") return [];
    const at = argumentPath(path, "java");
    const others = (["python", "golang", "genericRuntime"] as const).filter((program) => spec[program] !== undefined);
    const missing: OperatorFinding = {
      path: at,
      message: "is missing",
      help: "state `java` with the connector's `jar`",
    };
    const jar: OperatorFinding = {
      path: argumentPath(at, "jar"),
      message: "is missing",
      help: "state the path of the connector's package",
    };
    return [
      ...(spec.java === undefined ? [missing] : spec.java.jar === undefined ? [jar] : []),
      ...others.map((program) => ({
        path: argumentPath(path, program),
        message: `is stated for a ${kind}`,
        help: "leave it out and state `java`",
      })),
    ];
  },
};
