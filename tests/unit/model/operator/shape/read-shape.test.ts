import assert from "node:assert/strict";
import { readShape } from "../../../../../provider/model/operator/shape/read-shape";
import {
  count,
  flag,
  free,
  integer,
  kubernetes,
  list,
  long,
  map,
  object,
  oneOf,
  piece,
  quantity,
  text,
} from "../../../../../provider/model/operator/shape/shape";

const shape = object({
  name: text,
  level: oneOf("info", "warn"),
  on: flag,
  some: integer,
  many: count,
  wide: long,
  memory: quantity,
  config: free,
  topics: list(text),
  labels: map(text),
  java: object({ jar: text, opts: list(text) }, "jar"),
  env: kubernetes<readonly unknown[]>(list(piece({ name: text, value: text }, "name"))),
});

interface Row {
  readonly name: string;
  readonly value: unknown;
  readonly want: unknown;
  /** Paths; those of fields nobody reads with a question mark. */
  readonly faults?: readonly string[];
  readonly isStrict?: boolean;
}

const rows: readonly Row[] = [
  { name: "texts", value: { name: "a" }, want: { name: "a" } },
  { name: "a number for a text", value: { name: 1 }, want: {}, faults: ["spec.name"] },
  { name: "an empty text as none", value: { name: "" }, want: {} },
  { name: "null as none", value: { name: null, java: null }, want: {} },
  { name: "one of its values", value: { level: "warn" }, want: { level: "warn" } },
  { name: "none of its values", value: { level: "wran" }, want: {}, faults: ["spec.level"] },
  { name: "no value of it", value: { level: "" }, want: {}, faults: ["spec.level"] },
  { name: "switches", value: { on: false }, want: { on: false } },
  { name: "a text for a switch", value: { on: "yes" }, want: {}, faults: ["spec.on"] },
  { name: "numbers", value: { some: -3, many: 0 }, want: { some: -3, many: 0 } },
  { name: "a number below the least", value: { many: -1 }, want: {}, faults: ["spec.many"] },
  { name: "a fraction", value: { some: 1.5 }, want: {}, faults: ["spec.some"] },
  { name: "a text for a number", value: { some: "1" }, want: {}, faults: ["spec.some"] },
  {
    name: "a number of more than 32 bits",
    value: { some: 2 ** 31, wide: 2 ** 31 },
    want: { wide: 2 ** 31 },
    faults: ["spec.some"],
  },
  { name: "quantities, as text", value: { memory: 2 }, want: { memory: "2" } },
  { name: "no quantity", value: { memory: "2x" }, want: {}, faults: ["spec.memory"] },
  {
    name: "settings as they are",
    value: { config: { a: [null, { b: 1 }] } },
    want: { config: { a: [null, { b: 1 }] } },
  },
  { name: "a list for settings", value: { config: [] }, want: {}, faults: ["spec.config"] },
  { name: "lists", value: { topics: ["a", 1, ""] }, want: { topics: ["a", ""] }, faults: ["spec.topics[1]"] },
  { name: "a text for a list", value: { topics: "a" }, want: {}, faults: ["spec.topics"] },
  { name: "maps", value: { labels: { "a/b": "", c: 1 } }, want: { labels: { "a/b": "" } }, faults: ["spec.labels.c"] },
  { name: "a field that is none", value: { nmae: "a" }, want: {}, faults: ["spec.nmae?"] },
  { name: "a field of every object", value: { toString: "a" }, want: {}, faults: ["spec.toString?"] },
  {
    name: "fields of fields",
    value: { java: { jra: 1, opts: ["-x"] } },
    want: { java: { opts: ["-x"] } },
    faults: ["spec.java.jra?"],
  },
  {
    name: "what is required, in a mesh",
    value: { java: {} },
    want: { java: {} },
    faults: ["spec.java.jar"],
    isStrict: true,
  },
  { name: "what is required and empty", value: { java: { jar: "" } }, want: { java: {} }, isStrict: true },
  {
    name: "pieces of Kubernetes, with what is not looked into",
    value: { env: [{ name: "a", value: "", valueFrom: { b: [""], c: {} } }] },
    want: { env: [{ name: "a", value: "", valueFrom: { b: [""], c: {} } }] },
  },
  {
    name: "null as none in pieces of Kubernetes, however deep",
    value: { env: [{ name: "a", value: null, valueFrom: { b: [null, { c: null }], d: null } }, null] },
    want: { env: [{ name: "a", valueFrom: { b: [{}] } }] },
  },
  {
    name: "no piece without what makes it one",
    value: { env: [{}, { name: 1 }, { name: "a", value: 2 }] },
    want: { env: [{ name: "a" }] },
    faults: ["spec.env[0].name", "spec.env[1].name", "spec.env[2].value"],
  },
];

describe("readShape", () => {
  for (const { name, value, want, faults = [], isStrict = false } of rows) {
    it(`reads ${name}`, () => {
      const read = readShape(shape, value, { path: "spec", isStrict });
      assert.deepEqual(read.value, want);
      assert.deepEqual(
        read.faults.map(({ path, kind }) => (kind === "unread" ? `${path}?` : path)),
        faults,
      );
    });
  }

  it("tells the nearest field and value", () => {
    const { faults } = readShape(shape, { nmae: "a", level: "wran" }, { path: "spec", isStrict: false });
    assert.deepEqual(
      faults.map(({ help }) => help),
      ["did you mean name?", "did you mean warn?"],
    );
  });
});
