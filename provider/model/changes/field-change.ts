import type { FieldChange } from "./change";
import { type FieldDifference, shownValue } from "./field-differences";

/** A difference as data for others: values only where people may see them. */
export const fieldChange = (
  path: string,
  { effect, before, after, isSection, isRespelt }: FieldDifference,
): FieldChange => ({
  path,
  effect,
  ...(isSection || before === undefined || shownValue(before) === undefined ? {} : { before }),
  ...(isSection || after === undefined || shownValue(after) === undefined ? {} : { after }),
  ...(isRespelt ? { isRespelt: true } : {}),
});
