import { nearest } from "../nearest";

/** What to write instead of a name that is none of `names`. */
export function instead(name: string, names: readonly string[]): string {
  const guess = nearest(name, names);
  if (guess !== undefined) return `did you mean ${guess}?`;
  return names.length === 0 ? "there are none yet, so add it" : `known are ${[...names].sort().join(", ")}`;
}
