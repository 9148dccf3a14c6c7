import { type Cursor, ForeignSyntax, MalformedSyntax } from "./cursor";
import { type Escape, literal, otherCase, readEscape } from "./escapes";

/** Reads a class behind its `[`. Classes within classes, and what they have in common, have no counterpart here. */
export function readClass(cursor: Cursor, ignoreCase: boolean): string {
  const start = cursor.skip("^") ? "[^" : "[";
  const items: string[] = [];
  for (;;) {
    if (cursor.isAtEnd) throw new MalformedSyntax("a class is not ended by ]");
    // At the beginning it stands for itself.
    if (items.length > 0 && cursor.skip("]")) return `${start}${items.join("")}]`;
    if (cursor.isAt("[") || cursor.isAt("&&")) throw new ForeignSyntax();
    items.push(readItem(cursor, ignoreCase));
  }
}

function readItem(cursor: Cursor, ignoreCase: boolean): string {
  const first = readMember(cursor);
  if (first.kind === "set") {
    if (first.isNegated) throw new ForeignSyntax();
    return ignoreCase && /a-z|A-Z/.test(first.inside) ? `${first.inside}a-zA-Z` : first.inside;
  }
  const isRange = cursor.isAt("-") && !cursor.isAt("-]") && !cursor.isAt("-[") && cursor.skip("-");
  const last = isRange ? readMember(cursor) : first;
  if (last.kind === "set") throw new ForeignSyntax();
  const range = rangeText(first.character, last.character);
  return ignoreCase ? range + otherCases(first.character, last.character) : range;
}

const readMember = (cursor: Cursor): Escape =>
  cursor.skip("\\") ? readEscape(cursor) : { kind: "character", character: cursor.next() };

const rangeText = (first: string, last: string): string =>
  first === last ? literal(first) : `${literal(first)}-${literal(last)}`;

/** The letters of a range in their other case. */
function otherCases(first: string, last: string): string {
  const within = (letter: string) => letter >= first && letter <= last;
  return [...asciiLetters]
    .filter(within)
    .map((letter) => otherCase(letter) ?? "")
    .join("");
}

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
