/**
 * JSON whose integers survive: Pulsar's 64-bit sizes go beyond what a JavaScript number holds exactly. Integers outside the
 * safe range become bigint, and bigint is written as a plain number.
 */
const textOrLongInteger = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const mark = "\u0001integer:";
// eslint-disable-next-line no-control-regex -- a character that no text of the broker holds marks our own
const marked = /^\u0001integer:(-?\d+)$/;

const wrap = (token: string): string =>
  token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : JSON.stringify(mark + token);

function unwrap(_key: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  const digits = marked.exec(value)?.[1];
  return digits === undefined ? value : BigInt(digits);
}

export const parseJson = (text: string): unknown => JSON.parse(text.replace(textOrLongInteger, wrap), unwrap);

export function stringifyJson(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map((item) => stringifyJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${stringifyJson(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
