/**
 * JSON text of a value with sorted keys: the same value gives the same text whatever order a language host sent its keys in,
 * so it can stand in an immutable object without restarting pods for nothing. Placeholders stay recognisable in the text.
 */
export function jsonText(value: unknown): string {
  const text = sortedText(value) ?? "null";
  return text.includes("\\u0001") ? text.replace(escapedPlaceholder, "$1\u0001$2\u0001") : text;
}

/** With an even number of backslashes before it: then the backslash of \u0001 is not itself an escaped one. */
const escapedPlaceholder = /(?<!\\)((?:\\\\)*)\\u0001((?:unknown|secret):\d+(?::(?:json|line|ini))?)\\u0001/g;

/** JSON.stringify of a value whose keys are sorted, without building that value first: this is most of what rendering takes. */
function sortedText(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => sortedText(item) ?? "null").join()}]`;
  if (!isMap(value)) return JSON.stringify(value);
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const member = sortedText(value[key]);
    if (member !== undefined) text += `${text === "" ? "" : ","}${keyText(key)}:${member}`;
  }
  return `{${text}}`;
}

/** Names of fields, as most keys are, need no look at what JSON escapes. */
const keyText = (key: string): string => (plainKey.test(key) ? `"${key}"` : JSON.stringify(key));

const plainKey = /^[\w.-]*$/;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
