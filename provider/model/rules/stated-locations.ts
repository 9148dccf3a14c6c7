import { argumentPath } from "../argument-path";
import { isLocated } from "../package-location";
import type { MemberPlan } from "../plan";

/** Where a member's package is to come from, as the arguments state it. */
export interface StatedLocation {
  readonly text: string;
  readonly path: string;
}

export function statedLocations({ kind, path, spec, origin }: MemberPlan): readonly StatedLocation[] {
  const at = (text: string | undefined, ...steps: readonly string[]): readonly StatedLocation[] =>
    text === undefined ? [] : [{ text, path: argumentPath(path, ...steps) }];
  if (kind !== "function") {
    // A manifest states the file beside any location, well written or not.
    const isStated = origin !== undefined && spec.connectorPath !== undefined;
    return isStated || isLocated(spec.connector) ? at(spec.connector, "connector") : [];
  }
  return [
    ...at(spec.python?.pyLocation, "python", "pyLocation"),
    ...at(spec.java?.jarLocation, "java", "jarLocation"),
    ...at(spec.golang?.goLocation, "golang", "goLocation"),
    ...at(spec.genericRuntime?.functionFileLocation, "genericRuntime", "functionFileLocation"),
  ];
}
