import { argumentPath } from "../../argument-path";
import { nearest } from "../../nearest";
import { readQuantity } from "../../quantity";
import type { IntegerShape, ObjectShape, Shape, TextShape, ValueOf } from "./shape";
import { withoutNulls } from "./without-nulls";

/** Something in a manifest that does not have the form it must have, or that nobody reads. */
export interface ShapeFault {
  readonly kind: "wrong" | "unread";
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

export interface ReadValue<Value> {
  /** Without what is wrong or unread; absent where nothing is left. */
  readonly value?: Value;
  readonly faults: readonly ShapeFault[];
}

/** Where a value stands. */
export interface ShapePlace {
  readonly path: string;
  /** True in a FunctionMesh, where what is required has to be stated. */
  readonly isStrict: boolean;
}

/** Reads a value of a manifest. What is wrong is a fault and is left out, so that the rest can still be checked. */
export function readShape<Of>(shape: Of & Shape, value: unknown, place: ShapePlace): ReadValue<ValueOf<Of>> {
  const faults: ShapeFault[] = [];
  const read = new Reader(place.isStrict, faults).read(shape, value, place.path);
  return hasShape<Of>(read) ? { value: read, faults } : { faults };
}

/** What the reader hands back has the form: it leaves out everything else. */
const hasShape = <Of>(value: unknown): value is ValueOf<Of> => value !== undefined;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Stands for what is not looked into. */
const anything = { kind: "free" } as const satisfies Shape;

const largest = 2 ** 31 - 1;

class Reader {
  constructor(
    private readonly isStrict: boolean,
    private readonly faults: ShapeFault[],
  ) {}

  read(shape: Shape, value: unknown, path: string): unknown {
    // The operator takes null for a field that is left out.
    if (value === undefined || value === null) return undefined;
    switch (shape.kind) {
      case "text":
        return this.readText(shape, value, path);
      case "flag":
        return typeof value === "boolean" ? value : this.isWrong(value, path, "true or false");
      case "integer":
        return this.readInteger(shape, value, path);
      case "quantity":
        return this.readQuantity(value, path);
      case "free":
        return isObject(value) ? value : this.isWrong(value, path, "an object");
      case "list":
        return Array.isArray(value) ? this.readList(shape.of, value, path) : this.isWrong(value, path, "a list");
      case "map":
        return isObject(value) ? this.readMap(shape.of, value, path) : this.isWrong(value, path, "an object");
      case "object":
        return isObject(value) ? this.readObject(shape, value, path) : this.isWrong(value, path, "an object");
      case "kubernetes":
        return this.read(shape.form, withoutNulls(value), path);
    }
  }

  private readText({ values }: TextShape, value: unknown, path: string): string | undefined {
    if (typeof value !== "string") return this.isWrong(value, path, "text");
    if (values === undefined || values.includes(value)) return value;
    const guess = nearest(value, values);
    const help = guess === undefined ? `write one of ${values.join(", ")}` : `did you mean ${guess}?`;
    return this.wrong(path, `"${value}" is not one of its values`, help);
  }

  private readInteger({ minimum, isLong }: IntegerShape, value: unknown, path: string): number | undefined {
    if (typeof value !== "number" || !Number.isInteger(value)) return this.isWrong(value, path, "a whole number");
    if (minimum !== undefined && value < minimum)
      return this.wrong(path, `is ${value}`, `write a whole number, ${minimum} or more`);
    if (isLong !== true && Math.abs(value) > largest)
      return this.wrong(path, `is ${value}`, `write a number up to ${largest}`);
    return value;
  }

  private readQuantity(value: unknown, path: string): string | undefined {
    if (typeof value !== "string" && typeof value !== "number") return this.isWrong(value, path, "a quantity");
    if (readQuantity(String(value)) !== undefined) return String(value);
    const help = 'write a number with a unit of Kubernetes, such as "500m" or "1Gi"';
    return this.wrong(path, `"${value}" is not a quantity`, help);
  }

  private readList(of: Shape, items: readonly unknown[], path: string): readonly unknown[] {
    return items
      .map((item, index) => this.read(of, item, argumentPath(path, index)))
      .filter((item) => item !== undefined);
  }

  private readMap(of: Shape, map: Fields, path: string): Fields {
    const entries = Object.entries(map).map(([key, item]) => [key, this.read(of, item, argumentPath(path, key))]);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  }

  private readObject({ fields, required = [], isPiece = false }: ObjectShape, value: Fields, path: string): unknown {
    const at = (field: string): string => argumentPath(path, field);
    const missing = required.filter((field) => value[field] === undefined || value[field] === null);
    const asking = isPiece ? "Kubernetes" : "the operator's schema of a FunctionMesh";
    for (const field of isPiece || this.isStrict ? missing : [])
      this.wrong(at(field), "is missing", `${asking} asks for it, so state it`);
    const entries: (readonly [string, unknown])[] = [];
    for (const [field, item] of Object.entries(value)) {
      const shape = Object.hasOwn(fields, field) ? fields[field] : isPiece ? anything : undefined;
      if (shape === undefined) {
        this.unread(at(field), field, Object.keys(fields));
        continue;
      }
      const piece = shape === anything ? item : this.read(shape, item, at(field));
      const kept = isPiece ? piece : withoutEmptyText(shape, piece);
      if (kept !== undefined) entries.push([field, kept]);
    }
    const read: Fields = Object.fromEntries(entries);
    // Of a piece that lacks what makes it one, nothing can be checked.
    return isPiece && required.some((field) => read[field] === undefined) ? undefined : read;
  }

  private unread(path: string, field: string, known: readonly string[]): void {
    const guess = nearest(field, known);
    const help = guess === undefined ? "leave it out" : `did you mean ${guess}?`;
    this.faults.push({ kind: "unread", path, message: "is not a field of the operator and has no effect", help });
  }

  private isWrong(value: unknown, path: string, wanted: string): undefined {
    return this.wrong(path, `is ${kindOf(value)}`, `write ${wanted}`);
  }

  private wrong(path: string, message: string, help: string): undefined {
    this.faults.push({ kind: "wrong", path, message, help });
    return undefined;
  }
}

/** To the operator a field with an empty text is one that is left out. */
const withoutEmptyText = (shape: Shape, value: unknown): unknown =>
  shape.kind === "text" && value === "" ? undefined : value;

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? "a list"
    : typeof value === "object"
      ? "an object"
      : typeof value === "string"
        ? "text"
        : String(value);
