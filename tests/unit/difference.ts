import { isDeepStrictEqual } from "node:util";

/**
 * What a value has that another has not: of objects the keys that differ, of lists the items that are gone and new.
 * `undefined` when they are equal.
 */
export function difference(before: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return listDifference(before, after);
  if (!isMap(before) || !isMap(after)) return after;
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const entries = keys.map((key) => [key, key in after ? difference(before[key], after[key]) : "(gone)"] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function listDifference(before: readonly unknown[], after: readonly unknown[]): unknown {
  const [one] = after;
  const changed = before.length === 1 && isMap(one) ? difference(before[0], one) : undefined;
  // The first container of a pod, and what stands beside it.
  if (changed !== undefined && isSameThing(before[0], one)) return [changed, ...after.slice(1)];
  const only = (items: readonly unknown[], others: readonly unknown[]): readonly unknown[] =>
    items.filter((item) => !others.some((other) => isDeepStrictEqual(item, other)));
  const gone = only(before, after);
  const added = only(after, before);
  return { ...(gone.length === 0 ? {} : { gone }), ...(added.length === 0 ? {} : { added }) };
}

const isSameThing = (before: unknown, after: unknown): boolean =>
  isMap(before) && isMap(after) && before["name"] === after["name"];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
