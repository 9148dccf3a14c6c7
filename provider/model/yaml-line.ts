import { type Document, isMap, isScalar, isSeq, type LineCounter, type ParsedNode } from "yaml";
import { stepsOfPath } from "./argument-path";

/**
 * Tells the line that a field of a document stands in, from 1, by its path: the field's own, else that of the nearest one above it.
 * What an alias brings counts as standing where the alias is, since there it means this field.
 */
export function lineOfField(document: Document.Parsed, lines: LineCounter): (path: string) => number {
  // A mesh of thousands of members may have a finding for each: its keys are looked through once.
  const known = new Map<ParsedNode, ReadonlyMap<string, Entry>>();
  const entriesOf = (node: ParsedNode): ReadonlyMap<string, Entry> => {
    const entries = known.get(node) ?? entriesIn(node);
    known.set(node, entries);
    return entries;
  };
  return (path) => {
    let node = document.contents;
    let offset = node?.range[0] ?? 0;
    for (const step of stepsOfPath(path)) {
      const entry: Entry | undefined = node === null ? undefined : entriesOf(node).get(step);
      if (entry === undefined) break;
      ({ node, offset } = entry);
    }
    return Math.max(1, lines.linePos(offset).line);
  };
}

interface Entry {
  readonly node: ParsedNode | null;
  readonly offset: number;
}

/** The entry of a map begins with its key, that of a list with itself. */
function entriesIn(node: ParsedNode): ReadonlyMap<string, Entry> {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return new Map(
      node.items.flatMap(({ key, value }): readonly (readonly [string, Entry])[] =>
        isScalar(key) ? [[String(key.value), { node: value, offset: key.range[0] }]] : [],
      ),
    );
  }
  if (!isSeq<ParsedNode>(node)) return new Map();
  return new Map(node.items.map((item, index) => [String(index), { node: item, offset: item.range[0] }]));
}
