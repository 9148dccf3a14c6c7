/**
 * A number as it stands in a definition: Pulsar tells 1 from 1.0, and 64-bit defaults go beyond what a JavaScript number holds
 * exactly.
 */
export class JsonNumber {
  constructor(readonly text: string) {}

  get isWhole(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const mark = "\u0001number:";

/** JSON with its numbers exact; `undefined` for a text that is no JSON. */
export function parseDefinition(text: string): Json | undefined {
  try {
    JSON.parse(text);
    const marked = text.replace(textOrNumber, (token) =>
      token.startsWith('"') ? token : JSON.stringify(mark + oneSpelling(token)),
    );
    return jsonOf(JSON.parse(marked));
  } catch {
    return undefined;
  }
}

/** 1.0, 1.00 and 10e-1 are one number; 1 is another. */
function oneSpelling(token: string): string {
  if (/^-?\d+$/.test(token)) return token;
  const text = String(Number(token));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function jsonOf(value: unknown): Json {
  if (typeof value === "string") return value.startsWith(mark) ? new JsonNumber(value.slice(mark.length)) : value;
  if (typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== "object") throw new Error("no value of JSON");
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !isJsonList(value) && !(value instanceof JsonNumber);

export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The text without white space, its keys in the order they have. */
export function printJson(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  if (isJsonList(value)) return `[${value.map(printJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${printJson(member)}`);
  return `{${members.join(",")}}`;
}

/** The same with keys in alphabetical order, everywhere: two texts that say the same become one. */
export function inOrder(value: Json): Json {
  if (isJsonList(value)) return value.map(inOrder);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, inOrder(member)]));
}
