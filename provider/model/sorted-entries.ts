/** Orders texts by their code units, so the order is the same on every machine. */
export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * The entries of a map, ordered by key. Language hosts and the wire do not keep the order in which a user wrote a map, and
 * what is derived from it must not change with the order.
 */
export const sortedEntries = <Value>(
  map: Readonly<Record<string, Value>> | undefined,
): readonly (readonly [string, Value])[] => Object.entries(map ?? {}).sort(([left], [right]) => byText(left, right));
