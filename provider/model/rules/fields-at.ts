import { argumentPath } from "../argument-path";

/** A field that is stated, and where. */
export interface StatedField {
  readonly path: string;
  readonly value: unknown;
}

/** The stated fields of a value that the steps lead to; `*` stands for every key of a map. `base` is the path of the value. */
export function fieldsAt(value: unknown, base: string, steps: readonly string[]): readonly StatedField[] {
  const reached = fieldsBelow(value, steps, 0);
  if (reached.length === 0) return noFields;
  return reached.map((field) => ({ path: argumentPath(base, ...field.keys), value: field.value }));
}

const noFields: readonly StatedField[] = [];

interface Reached {
  readonly keys: readonly string[];
  readonly value: unknown;
}

const nothing: readonly Reached[] = [];

/** Paths are made last: most fields are not stated, and this runs for every row of every table for every member. */
function fieldsBelow(value: unknown, steps: readonly string[], depth: number): readonly Reached[] {
  const step = steps[depth];
  if (value === undefined) return nothing;
  if (step === undefined) return [{ keys: [], value }];
  if (!isMap(value)) return nothing;
  if (step !== "*") return Object.hasOwn(value, step) ? below(step, value[step], steps, depth) : nothing;
  return Object.entries(value).flatMap(([key, each]) => below(key, each, steps, depth));
}

function below(key: string, value: unknown, steps: readonly string[], depth: number): readonly Reached[] {
  const reached = fieldsBelow(value, steps, depth + 1);
  return reached.length === 0 ? nothing : reached.map((field) => ({ ...field, keys: [key, ...field.keys] }));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
