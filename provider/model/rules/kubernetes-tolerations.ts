import { argumentPath } from "../argument-path";
import type { Toleration } from "../kubernetes-types";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import type { Finding } from "./rule";

/** The last two compare numbers, in new versions of Kubernetes. */
const operators = ["Exists", "Equal", "Lt", "Gt"];
const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/** Which taints of nodes pods put up with. */
export const tolerationFindings = (tolerations: readonly Toleration[] | undefined, path: string): readonly Finding[] =>
  (isKnown(tolerations) ? (tolerations ?? []) : []).flatMap((toleration, index) =>
    isKnown(toleration) ? findings(toleration, argumentPath(path, index)) : [],
  );

function findings(toleration: Toleration, path: string): readonly Finding[] {
  const { key, operator, effect, value, tolerationSeconds } = toleration;
  const at = (field: keyof Toleration): string => argumentPath(path, field);
  const isKeyless = isKnown(key) && isKnown(operator) && (key ?? "") === "" && operator !== "Exists";
  const isValued = operator === "Exists" && isKnown(value) && (value ?? "") !== "";
  const isTimed = tolerationSeconds !== undefined && isKnown(effect) && effect !== "NoExecute";
  const keyHelp = "state the key of a taint, or the operator Exists, which puts up with all";
  const valueHelp = "leave it out, or use the operator Equal";
  const timeHelp = "leave it out, or use the effect NoExecute";
  return [
    ...choiceFindings(operator, at("operator"), operators),
    ...choiceFindings(effect, at("effect"), effects),
    ...(isKeyless ? [{ path: at("key"), message: "is missing", help: keyHelp }] : []),
    ...(isValued ? [{ path: at("value"), message: "does not go with the operator Exists", help: valueHelp }] : []),
    ...(isTimed
      ? [{ path: at("tolerationSeconds"), message: "goes with the effect NoExecute alone", help: timeHelp }]
      : []),
  ];
}
