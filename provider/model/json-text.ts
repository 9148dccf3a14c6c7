/**
 * JSON text of a value with sorted keys: the same value gives the same text whatever order a language host sent its keys in,
 * so it can stand in an immutable object without restarting pods for nothing. Placeholders stay recognisable in the text.
 */
export function jsonText(value: unknown): string {
  const pieces: string[] = [];
  write(value, pieces);
  const text = pieces.join("");
  return text.includes("\\u0001") ? text.replace(escapedPlaceholder, "$1\u0001$2\u0001") : text;
}

/** With an even number of backslashes before it: then the backslash of \u0001 is not itself an escaped one. */
const escapedPlaceholder = /(?<!\\)((?:\\\\)*)\\u0001((?:unknown|secret):\d+(?::(?:json|line|ini))?)\\u0001/g;

/** What JSON.stringify writes of a value whose keys are sorted, in pieces and without that value: rendering mostly does this. */
function write(value: unknown, pieces: string[]): void {
  if (Array.isArray(value)) writeList(value, pieces);
  else if (isMap(value)) writeMap(value, pieces);
  else pieces.push(scalarText(value));
}

function writeList(items: readonly unknown[], pieces: string[]): void {
  let before = "[";
  for (const item of items) {
    pieces.push(before);
    write(item, pieces);
    before = ",";
  }
  pieces.push(items.length === 0 ? "[]" : "]");
}

function writeMap(map: Readonly<Record<string, unknown>>, pieces: string[]): void {
  let before = "{";
  for (const key of sortedKeys(map)) {
    const member = map[key];
    if (!isWritten(member)) continue;
    pieces.push(before, keyText(key));
    write(member, pieces);
    before = ",";
  }
  pieces.push(before === "{" ? "{}" : "}");
}

/** Most maps are small or in order already, and a sort that has nothing to do still copies them. */
function sortedKeys(map: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(map);
  return keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? "")) ? keys : keys.sort();
}

/** Names of fields, as most keys are, need no look at what JSON escapes. */
const keyText = (key: string): string => (plainKey.test(key) ? `"${key}":` : `${JSON.stringify(key)}:`);

const plainKey = /^[\w.-]*$/;

// The type of JSON.stringify hides that it has nothing for some values.
const scalarText = (value: unknown): string => (isWritten(value) ? JSON.stringify(value) : "null");

const isWritten = (value: unknown): boolean =>
  value !== undefined && typeof value !== "function" && typeof value !== "symbol";

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
