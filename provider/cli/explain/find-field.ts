import { writtenSteps } from "../../model/argument-path";
import { memberMaps } from "../../model/member-maps";
import type { EffectSubject } from "../../model/effects";
import { isMistakenName } from "./mistaken-name";
import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "../../pulumi/schema/package-schema";

/** A field of the arguments of a mesh. */
export interface Field {
  /** As arguments have it, with `<name>` for names of the user's own: `functions.<name>.input.topics`. */
  readonly path: string;
  readonly property: PropertySchema;
  readonly isRequired: boolean;
  /** Where the effect of a change of it is found; absent where a change of it touches no instance. */
  readonly effectAt?: EffectAt;
}

export interface EffectAt {
  readonly subject: EffectSubject;
  readonly path: string;
}

/** Maps of the top by what their entries are; `defaults` is an object itself. */
const subjects: Readonly<Record<string, EffectSubject>> = {
  functions: "function",
  sources: "source",
  sinks: "sink",
  pulsar: "pulsar",
  kubernetes: "kubernetes",
  defaults: "defaults",
};

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** What the arguments of a mesh hold at the top. */
export function topShape(schema: PackageSchema): ObjectShape {
  const { inputProperties, requiredInputs } = schema.resources["function-mesh:index:FunctionMesh"] ?? {};
  return { kind: "object", properties: inputProperties ?? {}, required: requiredInputs ?? [] };
}

/** The fields that a path means: several where it may be one of a function, a source or a sink. */
export function findFields(path: string, schema: PackageSchema): readonly Field[] {
  const steps = writtenSteps(path);
  const top = topShape(schema);
  const [first] = steps;
  if (first === undefined) return [];
  const starts = Object.hasOwn(top.properties, first) ? [steps] : memberMaps.map((map) => [map, "<name>", ...steps]);
  return starts.flatMap((start) => walk(top, start, schema) ?? []);
}

interface Place {
  readonly path: string;
  /** The path below what has effects, with `*` for names. */
  readonly effectPath: readonly string[];
  readonly property: PropertySchema;
  readonly isRequired: boolean;
}

function walk(top: ObjectShape, [first = "", ...rest]: readonly string[], schema: PackageSchema): Field | undefined {
  const property = top.properties[first];
  if (property === undefined) return undefined;
  const start: Place = { path: first, effectPath: [], property, isRequired: top.required.includes(first) };
  const found = descend(start, rest, schema);
  if (found === undefined) return undefined;
  const subject = subjects[first];
  const [entry, ...below] = found.effectPath;
  // Entries of maps of members and clusters come before their fields; `defaults` has fields at once.
  const path = (first === "defaults" ? [entry ?? "", ...below] : below).join(".");
  const { path: shown, property: end, isRequired } = found;
  const field = { path: shown, property: end, isRequired };
  return subject === undefined || path === "" ? field : { ...field, effectAt: { subject, path } };
}

function descend(place: Place, steps: readonly string[], schema: PackageSchema): Place | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return place;
  const shape = shapeOf(place.property, schema);
  if (shape.kind === "object") {
    const property = Object.hasOwn(shape.properties, step) ? shape.properties[step] : undefined;
    if (property === undefined) return undefined;
    const isRequired = shape.required.includes(step);
    const effectPath = [...place.effectPath, step];
    return descend({ path: `${place.path}.${step}`, effectPath, property, isRequired }, rest, schema);
  }
  if (shape.kind !== "map" && shape.kind !== "list") return undefined;
  const inner = shape.kind === "map" ? shape.values : shape.items;
  const path = `${place.path}${shape.kind === "map" ? ".<name>" : "[]"}`;
  const entry = { path, effectPath: [...place.effectPath, "*"], property: inner, isRequired: false };
  // A name may be left out where what follows is a field of the entry.
  if (isFieldOf(inner, step, schema) || isList(shape, step)) return descend(entry, steps, schema);
  if (shape.kind === "map" && rest.length === 0 && isMistakenName(step, inner, schema)) return undefined;
  return descend(entry, rest, schema);
}

/** Of a list no number need be given. */
const isList = ({ kind }: Shape, step: string): boolean => kind === "list" && !/^\d*$/.test(step);

function isFieldOf(property: PropertySchema, step: string, schema: PackageSchema): boolean {
  const shape = shapeOf(property, schema);
  return shape.kind === "object" && Object.hasOwn(shape.properties, step);
}
