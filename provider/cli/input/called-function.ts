import { argumentPath } from "../../model/argument-path";
import type { Problem } from "../../model/problem";

/** A function of Pulumi YAML that is called in place of a value: `{ fn::secret: … }`. */
export interface CalledFunction {
  readonly name: string;
  readonly argument: unknown;
}

export function calledFunction(value: object): CalledFunction | undefined {
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0 || !entry[0].startsWith("fn::")) return undefined;
  return { name: entry[0], argument: entry[1] };
}

/** True for a value without any call in it. */
export const callsNothing = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (calledFunction(value) === undefined && Object.values(value).every(callsNothing));

/** The calls whose values only Pulumi works out: the command line reads no programs. */
export function functionProblems(
  value: unknown,
  isRead: (call: CalledFunction) => boolean,
  path = "",
): readonly Problem[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => functionProblems(item, isRead, argumentPath(path, index)));
  if (typeof value !== "object" || value === null) return [];
  const call = calledFunction(value);
  if (call === undefined)
    return Object.entries(value).flatMap(([key, item]) => functionProblems(item, isRead, argumentPath(path, key)));
  if (isRead(call)) return functionProblems(call.argument, isRead, path);
  const message = `is what ${call.name} comes to, which only Pulumi works out`;
  return [{ code: "FM080", severity: "error", path, message, help: "write the value itself" }];
}
