import type { Shape } from "../../../../../provider/model/operator/shape/shape";

/** A field with nothing below it, and values it may have. */
export interface Leaf {
  /** Field names; `0` stands for an item of a list, `key` for one of a map. */
  readonly steps: readonly string[];
  readonly samples: readonly unknown[];
}

/** Every field of a form. */
export function leavesOf(shape: Shape, steps: readonly string[] = []): readonly Leaf[] {
  if (shape.kind === "object")
    return Object.entries(shape.fields).flatMap(([field, each]) => leavesOf(each, [...steps, field]));
  if ((shape.kind === "list" || shape.kind === "map") && shape.of.kind === "object")
    return leavesOf(shape.of, [...steps, shape.kind === "list" ? "0" : "key"]);
  return [{ steps, samples: samplesOf(shape) }];
}

function samplesOf(shape: Shape): readonly unknown[] {
  switch (shape.kind) {
    case "text":
      return shape.values ?? ["changed"];
    case "flag":
      return [true, false];
    case "integer":
      return [7];
    case "quantity":
      return ["7Gi"];
    case "free":
      return [{ changed: 7 }];
    case "list":
      return samplesOf(shape.of).map((item) => [item]);
    case "map":
      return samplesOf(shape.of).map((item) => ({ changed: item }));
    case "object":
      return [
        Object.fromEntries(Object.entries(shape.fields).map(([field, each]) => [field, samplesOf(each)[0]] as const)),
      ];
    case "kubernetes":
      return samplesOf(shape.form);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value with another one in it. What leads there is made where it is missing. */
export function withValue(whole: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...further] = steps;
  if (step === undefined) return value;
  if (step === "0") return [withValue(Array.isArray(whole) ? whole[0] : undefined, further, value)];
  const fields = isFields(whole) ? whole : {};
  return { ...fields, [step]: withValue(fields[step], further, value) };
}
