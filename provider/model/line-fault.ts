import { isPathStep } from "./path-step";

/** Why a text cannot be a name that stands in one line and in the path of a URL; undefined for one that can. */
export function lineFault(name: string): string | undefined {
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return "holds a line break or another character that is not shown";
  return isPathStep(name) ? "is a step in a path, not a name" : undefined;
}
