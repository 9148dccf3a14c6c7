/** Properties that were to be taken away, named as arguments, that are there all the same. */
export const stillThere = (dropped: readonly string[], actual: Readonly<Record<string, string>>): readonly string[] =>
  dropped.filter((key) => key in actual).map((key) => `properties.${key} (unset)`);
