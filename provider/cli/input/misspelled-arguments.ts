import { nearest } from "../../model/nearest";
import { memberMaps } from "../../model/member-maps";
import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "../../pulumi/schema/package-schema";
import { kindProblem } from "../../pulumi/schema/value-kinds";
import { isWireObject, Marked, type WireNode, type WireObject } from "../../pulumi/wire/node";

/** An argument of what members share that the schema does not know. */
interface UnknownArgument {
  readonly steps: readonly string[];
  /** The arguments that it may stand for: those that are not stated beside it, and that its value fits. */
  readonly meant: readonly string[];
}

/**
 * The arguments as they may have been meant, where what members share holds arguments that there are not: with each of these under each
 * name that its value fits, and with all of them under the likeliest. What is wrong in all of them does not come of the slip.
 */
export function likelyMeanings(values: WireObject, shape: Shape, schema: PackageSchema): readonly WireObject[] {
  const shared = Object.fromEntries(Object.entries(values).filter(([map]) => !isMemberMap(map)));
  const unknown = unknownArguments(shared, shape, { steps: [], schema });
  const single = unknown.flatMap(({ steps, meant }) => meant.map((name) => renamed(values, steps, name)));
  const likeliest = unknown.flatMap(({ steps, meant }) => {
    const name = nearest(steps.at(-1) ?? "", meant);
    return name === undefined ? [] : [{ steps, name }];
  });
  if (likeliest.length < 2) return single;
  return [...single, likeliest.reduce((all, { steps, name }) => renamed(all, steps, name), values)];
}

const isMemberMap = (name: string): boolean => memberMaps.some((map) => map === name);

interface Place {
  readonly steps: readonly string[];
  readonly schema: PackageSchema;
}

function unknownArguments(
  node: WireNode | undefined,
  shape: Shape,
  { steps, schema }: Place,
): readonly UnknownArgument[] {
  if (shape.kind === "list" && Array.isArray(node)) {
    const items = shapeOf(shape.items, schema);
    return node.flatMap((item: WireNode, index) =>
      unknownArguments(item, items, { steps: [...steps, String(index)], schema }),
    );
  }
  if (!isWireObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const property = propertyOf(key, shape);
    const at = [...steps, key];
    if (property !== undefined) return unknownArguments(value, shapeOf(property, schema), { steps: at, schema });
    return shape.kind === "object" ? [{ steps: at, meant: namesFor(value, node, { shape, schema }) }] : [];
  });
}

const propertyOf = (key: string, shape: Shape): PropertySchema | undefined => {
  if (shape.kind === "object") return shape.properties[key];
  return shape.kind === "map" ? shape.values : undefined;
};

interface ObjectPlace {
  readonly shape: Extract<Shape, { kind: "object" }>;
  readonly schema: PackageSchema;
}

const namesFor = (value: WireNode, beside: WireObject, { shape, schema }: ObjectPlace): readonly string[] =>
  Object.entries(shape.properties)
    .filter(([name]) => beside[name] === undefined)
    .filter(([, property]) => kindProblem(unmarked(value), shapeOf(property, schema), true) === undefined)
    .map(([name]) => name);

/** What is marked as a secret, or as what only Pulumi works out, which fits nothing. */
const unmarked = (node: WireNode): WireNode => (node instanceof Marked ? unmarked(node.value ?? null) : node);

function renamed(node: WireObject, [step = "", ...further]: readonly string[], name: string): WireObject {
  const entries = Object.entries(node).map(([key, value]): [string, WireNode] => {
    if (key !== step) return [key, value];
    return further.length === 0 ? [name, value] : [key, renamedBelow(value, further, name)];
  });
  return Object.fromEntries(entries);
}

function renamedBelow(node: WireNode, steps: readonly string[], name: string): WireNode {
  const [step, ...further] = steps;
  if (!Array.isArray(node)) return isWireObject(node) ? renamed(node, steps, name) : node;
  return node.map((item: WireNode, index) => (String(index) === step ? renamedBelow(item, further, name) : item));
}
