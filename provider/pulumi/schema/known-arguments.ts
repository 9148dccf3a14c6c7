import { AssetValue } from "../../model/asset-value";
import { placeholder } from "../../model/unknown";
import type { Leaf, ReadArguments } from "./read-arguments";

/**
 * The arguments with the values of those placeholders that stand for something known: what another resource computed already.
 * Undefined where there is none, as in most programs.
 */
export function knownArguments({ values, leaves, computed }: ReadArguments): ReadArguments["values"] | undefined {
  if (computed.size === 0) return undefined;
  const known = new Map(leaves.filter(isKnownText).map(({ index, value }) => [placeholder("unknown", index), value]));
  if (known.size === 0) return undefined;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, replaced(value, known)]));
}

/** What is secret stays hidden. Other values that are known are no placeholders, but for names. */
const isKnownText = ({ value, secret }: Leaf): boolean => !secret && typeof value === "string";

/** What holds none of them is not copied. */
function replaced(value: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === "string") return known.get(value) ?? value;
  if (typeof value !== "object" || value === null || value instanceof AssetValue) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, known));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const now = entries.map(([key, member]) => [key, replaced(member, known)] as const);
  return now.some(([, member], index) => member !== entries[index]?.[1]) ? Object.fromEntries(now) : value;
}
