/** What two lists have under the same key. */
export interface Paired<Item> {
  readonly both: readonly (readonly [Item, Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Pairs the items of two lists by a key, in the order of the later list. */
export function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Paired<Item> {
  const olds = new Map(before.map((item) => [keyOf(item), item]));
  const both: [Item, Item][] = [];
  const added: Item[] = [];
  for (const item of after) {
    const old = olds.get(keyOf(item));
    olds.delete(keyOf(item));
    if (old === undefined) added.push(item);
    else both.push([old, item]);
  }
  return { both, added, removed: [...olds.values()] };
}
