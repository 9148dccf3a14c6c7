import { isKnown } from "./unknown";

/** The items of a list that are known by now, each with its place; none of a list that is not known itself. */
export const knownItems = <Item>(items: readonly Item[] | undefined): readonly (readonly [Item, number])[] =>
  isKnown(items) ? (items ?? []).flatMap((item, index) => (isKnown(item) ? [[item, index] as const] : [])) : [];
