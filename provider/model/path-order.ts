import { stepsOfPath } from "./argument-path";
import { byText } from "./sorted-entries";

/** Orders the paths of arguments step by step, places in lists by their number. */
export function byPath(left: string, right: string): number {
  const [before, after] = [stepsOfPath(left), stepsOfPath(right)];
  for (const [index, step] of before.entries()) {
    const other = after[index];
    if (other === undefined) return 1;
    const order = byStep(step, other);
    if (order !== 0) return order;
  }
  return before.length - after.length;
}

const byStep = (left: string, right: string): number =>
  isPlace(left) && isPlace(right) ? Number(left) - Number(right) : byText(left, right);

const isPlace = (step: string): boolean => /^\d{1,15}$/.test(step);
