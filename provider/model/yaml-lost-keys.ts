import { type Document, isScalar, type Pair, visit } from "yaml";

/** JavaScript takes this key for the parent of an object: what copies a value member by member loses it without a word. */
const key = "__proto__";

export const lostKeyFault = `a key is "${key}", which would be lost; write another one`;

/** Where such keys stand in the text. */
export function lostKeys(document: Document.Parsed): readonly number[] {
  const found: number[] = [];
  const look = (_: unknown, { key: node }: Pair): void => {
    if (isScalar(node) && node.value === key) found.push(node.range?.[0] ?? 0);
  };
  visit(document, { Pair: look });
  return found;
}
