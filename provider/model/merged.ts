import { isKnown } from "./unknown";

/** Lists one after the other. One that is not known yet stands for the whole, which then shows as unknown. */
export function joinedLists<Item>(...lists: readonly (readonly Item[] | undefined)[]): readonly Item[] {
  let joined: readonly Item[] = [];
  for (const list of lists) {
    if (list === undefined) continue;
    if (!isKnown(list)) return list;
    if (list.length > 0) joined = joined.length === 0 ? list : joined.concat(list);
  }
  return joined;
}

type TextMap = Readonly<Record<string, string>>;

/** Two maps in one, the keys of the first before the others'. One that is not known yet stands for the whole. */
export function joinedMaps(first: TextMap | undefined, second: TextMap | undefined): TextMap {
  if (first === undefined || second === undefined) return first ?? second ?? {};
  const unknown = [first, second].find((map) => !isKnown(map));
  return unknown ?? { ...second, ...first };
}

/** The items whose key no earlier one has. */
export function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  if (!isKnown(items) || items.length < 2) return items;
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}
