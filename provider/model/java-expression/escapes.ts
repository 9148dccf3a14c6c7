import { type Cursor, ForeignSyntax } from "./cursor";

/** POSIX classes in ASCII, which is what Java takes them for unless told otherwise; as the inside of a class. */
const posix: Readonly<Record<string, string>> = {
  Lower: "a-z",
  Upper: "A-Z",
  ASCII: "\\x00-\\x7F",
  Alpha: "A-Za-z",
  Digit: "0-9",
  Alnum: "A-Za-z0-9",
  Punct: "!-\\/:-@\\[-`{-~",
  Graph: "!-~",
  Print: " -~",
  Blank: " \\t",
  Cntrl: "\\x00-\\x1F\\x7F",
  XDigit: "0-9a-fA-F",
  Space: "\\s",
};

/** One of a set of characters, or a single one. */
export type Escape =
  | { readonly kind: "set"; readonly inside: string; readonly isNegated: boolean }
  | { readonly kind: "character"; readonly character: string };

const controls: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f", a: "\u0007", e: "\u001b" };

/** Reads what follows a backslash and stands for characters, outside and inside of classes. */
export function readEscape(cursor: Cursor): Escape {
  const property = cursor.take(/([pP])\{(\w+)\}/y);
  if (property !== undefined) {
    const inside = posix[property[2] ?? ""];
    if (inside === undefined) throw new ForeignSyntax();
    return { kind: "set", inside, isNegated: property[1] === "P" };
  }
  const hex = cursor.take(/(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/y);
  if (hex !== undefined) return character(String.fromCharCode(parseInt(hex[1] ?? hex[2] ?? "0", 16)));
  const set = cursor.take(/[dDwWsS]/y);
  if (set !== undefined) return { kind: "set", inside: `\\${set[0]}`, isNegated: false };
  const blank = cursor.take(/[hH]/y);
  if (blank !== undefined) return { kind: "set", inside: posix["Blank"] ?? "", isNegated: blank[0] === "H" };
  const next = cursor.next();
  const control = Object.hasOwn(controls, next) ? controls[next] : undefined;
  if (control !== undefined) return character(control);
  if (/[A-Za-z0-9]/.test(next)) throw new ForeignSyntax();
  return character(next);
}

const character = (text: string): Escape => ({ kind: "character", character: text });

/** A character as it stands for itself, in an expression and in a class. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");

/** The other case of a letter; Java knows ASCII's only, unless told otherwise. */
export function otherCase(letter: string): string | undefined {
  if (/^[a-z]$/.test(letter)) return letter.toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter.toLowerCase() : undefined;
}
