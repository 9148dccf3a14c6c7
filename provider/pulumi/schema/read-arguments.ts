import type { Problem } from "../../model/problem";
import { placeholder } from "../../model/unknown";
import { isWireObject, Marked, type WireNode, type WireObject } from "../wire/node";
import { argumentPath } from "../../model/argument-path";
import { byPath } from "../../model/path-order";
import { nearest } from "../../model/nearest";
import { translatedArgument, type UnknownArgument } from "../../model/operator/translated-argument";
import { booleanHelp } from "./boolean-words";
import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "./package-schema";
import { holdsSecret, isSecretsNeighbourhood } from "./secret-properties";
import { noSuchArgument } from "./unknown-argument";
import { helpOf, type KindProblem, kindProblem } from "./value-kinds";

/** A value that the model must not look into; `index` is its placeholder's. */
export interface Leaf {
  readonly index: number;
  /** Absent when the value is not known yet. */
  readonly value: WireNode | undefined;
  readonly secret: boolean;
  readonly dependencies: readonly string[];
}

/** Arguments as the model wants them: plain values, with placeholders for what is unknown or secret. */
export interface ReadArguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly leaves: readonly Leaf[];
  /** The paths that were asked for and hold what another resource computes. */
  readonly computed: ReadonlySet<string>;
  /** URNs of the resources that values come from, by the path of the value. */
  readonly dependencies: readonly { readonly path: string; readonly urns: readonly string[] }[];
  readonly problems: readonly Problem[];
}

interface Marks {
  readonly secret: boolean;
  /** The value stands in, or beside, a secret: what it is may not be told. */
  readonly hidden: boolean;
  readonly dependencies: readonly string[];
}
const noMarks: Marks = { secret: false, hidden: false, dependencies: [] };

/** What becomes of a value that another resource computes, apart from where it comes from. */
export interface ComputedArguments {
  /** It is a placeholder even when it is known already: it must look the same at preview, when it is not, and at update. */
  readonly staysPlaceholder: (path: string) => boolean;
  /** That it is computed decides something. */
  readonly isNoted: (path: string) => boolean;
}
const nothingComputed: ComputedArguments = { staysPlaceholder: () => false, isNoted: () => false };

/**
 * Reads a component's arguments against the schema. Marks on a container whose entries must be known move down to its values, so it
 * does not matter whether a language host sends a map of outputs or an output of a map.
 */
export function readArguments(
  properties: WireObject,
  object: ObjectShape,
  schema: PackageSchema,
  computedArguments: ComputedArguments = nothingComputed,
): ReadArguments {
  const reader = new ArgumentReader(schema, computedArguments);
  const values = reader.object(properties, object, "", noMarks);
  const { leaves, computed, dependencies } = reader;
  const problems = [...reader.problems].sort((left, right) => byPath(left.path, right.path));
  return { values, leaves, computed, dependencies, problems };
}

interface ObjectShape {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
}

class ArgumentReader {
  readonly leaves: Leaf[] = [];
  readonly computed = new Set<string>();
  readonly dependencies: { path: string; urns: readonly string[] }[] = [];
  readonly problems: Problem[] = [];

  constructor(
    private readonly schema: PackageSchema,
    private readonly computedArguments: ComputedArguments,
  ) {}

  object(node: WireObject, shape: ObjectShape, path: string, marks: Marks): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const names = Object.keys(shape.properties);
    for (const [key, value] of Object.entries(node)) {
      const property = shape.properties[key];
      const at = argumentPath(path, key);
      if (property === undefined) {
        this.problem(at, noSuchArgument, instead({ key, path, names }));
      } else if (!isAbsent(value)) {
        values[key] = this.value(value, property, at, marks);
      }
    }
    // One that is written under another name is told by that.
    const meant = new Set(Object.keys(node).flatMap((key) => (names.includes(key) ? [] : (nearest(key, names) ?? []))));
    for (const key of shape.required) {
      if (isAbsent(node[key]) && !meant.has(key))
        this.problem(argumentPath(path, key), "is missing", "it has no default, so state it");
    }
    return values;
  }

  private value(node: WireNode, property: PropertySchema, path: string, above: Marks): unknown {
    const { inner, marks } = this.unwrap(node, path, above);
    const shape = shapeOf(property, this.schema);
    const isComputed = marks.dependencies.length > 0 && this.computedArguments.isNoted(path);
    if (isComputed) this.computed.add(path);
    if (inner === undefined) {
      if (property.plain === true) {
        this.problem(
          path,
          "is not known before the update",
          "it decides which resources exist, so write a plain value",
        );
        return undefined;
      }
      return this.leaf(undefined, { ...marks, secret: marks.secret || property.secret === true });
    }
    const secret = marks.secret || property.secret === true;
    const hidden = marks.hidden || secret;
    const problem = kindProblem(inner, shape, hidden || holdsSecret(property, this.schema));
    if (problem !== undefined) {
      const { message, help } = sayProblem(problem, shape, hidden ? undefined : inner);
      this.problem(path, message, help);
      return undefined;
    }
    if (isContainer(shape)) {
      const below = { ...marks, secret, hidden: hidden || isSecretsNeighbourhood(property, this.schema) };
      return this.container(inner, shape, path, below);
    }
    if (secret || (isComputed && this.computedArguments.staysPlaceholder(path)))
      return this.leaf(inner, { ...marks, secret });
    return shape.kind === "any" ? this.anyValue(inner, path, marks) : inner;
  }

  private container(node: WireNode, shape: Shape, path: string, marks: Marks): unknown {
    if (shape.kind === "list" && Array.isArray(node)) {
      return node.map((item: WireNode, index) => this.value(item, shape.items, argumentPath(path, index), marks));
    }
    if (!isWireObject(node)) return undefined;
    if (shape.kind === "object") return this.object(node, shape, path, marks);
    if (shape.kind !== "map") return undefined;
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      const at = argumentPath(path, key);
      if (!isAbsent(value)) values[key] = this.value(value, shape.values, at, marks);
      else if (value === null && shapeOf(shape.values, this.schema).kind === "object") {
        // A member or a topic that only its key is written of: whoever wrote it means it.
        values[key] = undefined;
        this.problem(at, "has no value", "write {} for one without settings of its own, or leave the entry out");
      }
    }
    return values;
  }

  /** A value of any form: marks inside become placeholders where they stand. */
  private anyValue(node: WireNode, path: string, marks: Marks): unknown {
    const unwrapped = this.unwrap(node, path, marks);
    const inner = unwrapped.inner;
    if (inner === undefined || unwrapped.marks.secret) return this.leaf(inner, unwrapped.marks);
    if (Array.isArray(inner)) {
      return inner.map((item: WireNode, index) => this.anyValue(item, argumentPath(path, index), unwrapped.marks));
    }
    if (!isWireObject(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, value]) => [
        key,
        this.anyValue(value, argumentPath(path, key), unwrapped.marks),
      ]),
    );
  }

  private unwrap(node: WireNode, path: string, above: Marks): { inner: WireNode | undefined; marks: Marks } {
    let inner: WireNode | undefined = node;
    let marks = above;
    while (inner instanceof Marked) {
      if (inner.dependencies.length > 0) this.dependencies.push({ path, urns: inner.dependencies });
      marks = {
        ...marks,
        secret: marks.secret || inner.secret,
        dependencies: [...marks.dependencies, ...inner.dependencies],
      };
      inner = inner.value;
    }
    return { inner, marks };
  }

  private leaf(value: WireNode | undefined, { secret, dependencies }: Marks): string {
    const index = this.leaves.length;
    this.leaves.push({ index, value, secret, dependencies });
    return placeholder(secret ? "secret" : "unknown", index);
  }

  private problem(path: string, message: string, help: string): void {
    this.problems.push({ code: "FM080", severity: "error", path, message, help });
  }
}

/** A word of the operator's is no slip, whatever it looks like. */
function instead(argument: UnknownArgument): string {
  const { key, names } = argument;
  const guess = nearest(key, names);
  return (
    translatedArgument(argument) ?? (guess === undefined ? `known are ${names.join(", ")}` : `did you mean ${guess}?`)
  );
}

const isContainer = (shape: Shape): boolean => shape.kind === "list" || shape.kind === "map" || shape.kind === "object";

/** A problem's sentence and its help. */
function sayProblem(
  { given, wanted }: KindProblem,
  shape: Shape,
  value: WireNode | undefined,
): { readonly message: string; readonly help: string } {
  if (shape.kind !== "enum") {
    const help = shape.kind === "boolean" ? booleanHelp(value) : undefined;
    return { message: `is ${given}`, help: help ?? helpOf(wanted) };
  }
  const guess = typeof value === "string" ? nearest(value, shape.values) : undefined;
  const choice = `it can be ${shape.values.join(", ")}`;
  return {
    message: `${given} is not a value it can have`,
    help: guess === undefined ? choice : `did you mean ${guess}? ${choice}`,
  };
}

/** An output that came out as null is an argument left out: a program cannot know sooner. */
function isAbsent(node: WireNode | undefined): boolean {
  let inner = node;
  while (inner instanceof Marked && inner.value !== undefined) inner = inner.value;
  return inner === undefined || inner === null;
}
