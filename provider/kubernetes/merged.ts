import { isKnown } from "../model/unknown";

/** Our entries and the user's. A user's list that is not known yet stands for the whole, which then shows as unknown. */
export const mergedList = <Item>(ours: readonly Item[], theirs: readonly Item[] | undefined): readonly Item[] => {
  if (theirs === undefined) return ours;
  return isKnown(theirs) ? [...ours, ...theirs] : theirs;
};

type TextMap = Readonly<Record<string, string>>;

/** The same for maps; our keys win. */
export const mergedMap = (ours: TextMap, theirs: TextMap | undefined): TextMap => {
  if (theirs === undefined) return ours;
  return isKnown(theirs) ? { ...theirs, ...ours } : theirs;
};
