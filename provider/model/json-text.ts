import { byText } from "./sorted-entries";

/**
 * JSON text of a value with sorted keys: the same value gives the same text whatever order a language host sent its keys in,
 * so it can stand in an immutable object without restarting pods for nothing. Placeholders stay recognisable in the text.
 */
export const jsonText = (value: unknown): string =>
  // An even number of backslashes before it: then the backslash of \u0001 is not itself an escaped one.
  JSON.stringify(sorted(value)).replace(
    /(?<!\\)((?:\\\\)*)\\u0001((?:unknown|secret):\d+)\\u0001/g,
    (_, before: string, marker: string) => `${before}\u0001${marker}\u0001`,
  );

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => byText(left, right));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
