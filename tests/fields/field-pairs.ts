/** Two values of a field; undefined where it is left out. */
export type Pair = readonly [unknown, unknown];

/** Two values of each field, by its path. */
export type Pairs = Readonly<Record<string, Pair>>;

/** The pairs of a field's own fields. */
export const below = (field: string, pairs: Pairs): Pairs =>
  Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [`${field}.${key}`, pair]));
