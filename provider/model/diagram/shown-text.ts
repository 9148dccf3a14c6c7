import { isKnown } from "../unknown";

const longest = 24;

/** A text as it stands in a picture: what is not known is said to be computed, and what is no text is blank. */
export const shownText = (text: string): string =>
  isKnown(text) ? text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, " ") : "(computed)";

/** The same on several lines where it is long, broken after what parts words in names. */
export function shownLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const piece of shownText(text)
    .split(/(?<=[-_./: ])/u)
    .flatMap(cut)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + piece.length > longest) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}

/** Lines with a word behind them, which is not broken. */
export function withWord(lines: readonly string[], word: string): readonly string[] {
  const last = lines.at(-1);
  if (word === "") return lines;
  return last === undefined || last.length + 1 + word.length > longest
    ? [...lines, word]
    : [...lines.slice(0, -1), `${last} ${word}`];
}

/** A word that is longer than a line, in pieces; characters of two units stay whole. */
function cut(word: string): readonly string[] {
  const characters = [...word];
  const count = Math.ceil(characters.length / longest);
  return Array.from({ length: count }, (_, index) => characters.slice(index * longest, (index + 1) * longest).join(""));
}
