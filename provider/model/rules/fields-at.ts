import { argumentPath } from "../argument-path";

/** A field that is stated, and where. */
export interface StatedField {
  readonly path: string;
  readonly value: unknown;
}

/** The stated fields of a value that the steps lead to; `*` stands for every key of a map. */
export function fieldsAt(value: unknown, path: string, steps: readonly string[]): readonly StatedField[] {
  const [step, ...further] = steps;
  if (value === undefined) return [];
  if (step === undefined) return [{ path, value }];
  if (!isMap(value)) return [];
  if (step !== "*") return step in value ? fieldsAt(value[step], argumentPath(path, step), further) : [];
  return Object.entries(value).flatMap(([key, each]) => fieldsAt(each, argumentPath(path, key), further));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
