import { AssetValue } from "../../model/asset-value";
import { Marked } from "../wire/node";
import type { Shape } from "./package-schema";

/** What a value should be, and what it is instead: `a whole number` and `the text "2"`. */
export interface KindProblem {
  readonly wanted: string;
  readonly given: string;
}

export const wantedText = "a text";

/** What to do where something else is wanted. */
export const helpOf = (wanted: KindProblem["wanted"]): string => `write ${wanted}`;

/** Whether a value is of the kind that the schema asks for; of a value that is `hidden` only its kind is told. */
export function kindProblem(value: unknown, shape: Shape, hidden: boolean): KindProblem | undefined {
  const { wanted, holds } = wantedKind(shape);
  return holds(value) ? undefined : { wanted, given: given(value, hidden) };
}

interface WantedKind {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

const wantedKind = (shape: Shape): WantedKind =>
  shape.kind === "enum"
    ? { wanted: `one of ${shape.values.join(", ")}`, holds: (value) => shape.values.some((choice) => choice === value) }
    : wantedKinds[shape.kind];

const wantedKinds: Readonly<Record<Exclude<Shape["kind"], "enum">, WantedKind>> = {
  any: { wanted: "anything", holds: () => true },
  string: { wanted: wantedText, holds: (value) => typeof value === "string" },
  boolean: { wanted: "true or false", holds: (value) => typeof value === "boolean" },
  number: { wanted: "a number", holds: (value) => typeof value === "number" },
  integer: { wanted: "a whole number", holds: (value) => typeof value === "number" && Number.isInteger(value) },
  asset: { wanted: "an asset", holds: (value) => value instanceof AssetValue },
  list: { wanted: "a list", holds: Array.isArray },
  map: { wanted: "an object", holds: isMap },
  object: { wanted: "an object", holds: isMap },
};

function isMap(value: unknown): boolean {
  const isOther = Array.isArray(value) || value instanceof AssetValue || value instanceof Marked;
  return typeof value === "object" && value !== null && !isOther;
}

/** A container's members are never told: any of them may be secret. */
function given(value: unknown, hidden: boolean): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value instanceof AssetValue) return "an asset";
  if (typeof value === "object") return "an object";
  const kind = typeof value === "string" ? "text" : typeof value;
  return hidden ? `a ${kind}` : `the ${kind} ${JSON.stringify(value)}`;
}
