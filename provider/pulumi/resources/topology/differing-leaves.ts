import { argumentPath } from "../../../model/argument-path";
import type { PropertyChange } from "../../../pulsar/resource/resource";

/** The differing leaves of two trees, so that a preview shows just them. */
export function differingLeaves(olds: unknown, news: unknown, path: string): readonly PropertyChange[] {
  if (Array.isArray(olds) && Array.isArray(news)) return differingItems(olds, news, path);
  if (isTree(olds) && isTree(news) && Array.isArray(olds) === Array.isArray(news)) {
    const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
    return keys.flatMap((key) => differingLeaves(olds[key], news[key], argumentPath(path, key)));
  }
  if (JSON.stringify(olds) === JSON.stringify(news)) return [];
  return [{ path, kind: olds === undefined ? "add" : news === undefined ? "delete" : "update", replace: false }];
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * An item that only moved is none: one more at the front of a list would show as a change of all. The engine shows what was
 * added by its new place and what was deleted by its old one; where both are in one place, it shows what differs there.
 */
function differingItems(olds: readonly unknown[], news: readonly unknown[], path: string): readonly PropertyChange[] {
  const [gone, come] = [unmatched(olds, news), unmatched(news, olds)];
  const places = [...new Set([...gone, ...come])].sort((left, right) => left - right);
  return places.flatMap((place): readonly PropertyChange[] => {
    const item = argumentPath(path, place);
    if (gone.has(place) && come.has(place)) return differingLeaves(olds[place], news[place], item);
    return [{ path: item, kind: gone.has(place) ? "delete" : "add", replace: false }];
  });
}

/** Places of the items that the other list has no equal of, each of which counts for one. */
function unmatched(items: readonly unknown[], others: readonly unknown[]): ReadonlySet<number> {
  const left = new Map<string, number>();
  for (const other of others.map(textOf)) left.set(other, (left.get(other) ?? 0) + 1);
  const isMatched = (item: string): boolean => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count > 0;
  };
  return new Set(items.map(textOf).flatMap((item, place) => (isMatched(item) ? [] : [place])));
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? "";
