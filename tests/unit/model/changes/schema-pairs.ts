import type { MeshSpec } from "../../../../provider/model/mesh";
import type { SchemaSpec } from "../../../../provider/model/schema";
import { sampleMesh } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const record = (...fields: readonly object[]): string => JSON.stringify({ type: "record", name: "Row", fields });
const rows = (schema: SchemaSpec): MeshSpec => sampleMesh({ topics: { rows: { schema } } });
const withSchema = (...fields: readonly object[]): MeshSpec => rows({ type: "AVRO", definition: record(...fields) });
const pairs = (value: SchemaSpec, more: Partial<SchemaSpec> = {}): MeshSpec =>
  rows({ type: "KEY_VALUE", key: { type: "STRING" }, value, ...more });
const id = { name: "id", type: "int" };
const note = { name: "note", type: ["null", "string"], default: null };
const nested = (...names: readonly string[]) => ({ name: "in", type: { type: "enum", name: "Word", symbols: names } });

const inner = (...names: readonly string[]) => ({
  type: "record",
  name: "R",
  fields: names.map((name) => ({ name, type: "int" })),
});

/** Pairs whose topics' schemas differ. */
export const schemaPairs: readonly MeshPair[] = [
  {
    name: "schema widened",
    before: withSchema(id),
    after: withSchema(id, note),
    changes: ["schemaWidened topics.rows.schema: the schema of public/default/rows is widened: note is new"],
  },
  {
    name: "schema narrowed",
    before: withSchema(id, note),
    after: withSchema(id),
    changes: ["schemaNarrowed topics.rows.schema: the schema of public/default/rows is narrowed: note is gone"],
  },
  {
    name: "schema field promoted",
    before: withSchema(id),
    after: withSchema({ ...id, type: "long" }),
    changes: [
      "schemaWidened topics.rows.schema: the schema of public/default/rows is widened: id changes (int → long)",
    ],
  },
  {
    name: "schema rewritten",
    before: withSchema(id),
    after: withSchema({ name: "key", type: "string" }),
    changes: [
      "schemaChanged topics.rows.schema: the schema of public/default/rows changes: id is gone and key is new, without a default, so that messages written before cannot be read by it",
    ],
  },
  {
    name: "schema of another type",
    before: sampleMesh({ topics: { t: { schema: { type: "STRING" } } } }),
    after: sampleMesh({ topics: { t: { schema: { type: "BYTES" } } } }),
    changes: [
      "schemaChanged topics.t.schema: the schema of public/default/t changes its type (STRING → BYTES): Pulsar takes another type only where schemaCompatibilityStrategy is ALWAYS_COMPATIBLE",
    ],
  },
  {
    name: "a schema's field without a default is no wider one",
    before: withSchema(id),
    after: withSchema(id, { name: "count", type: "int" }),
    changes: [
      "schemaChanged topics.rows.schema: the schema of public/default/rows changes: count is new, without a default, so that messages written before cannot be read by it",
    ],
  },
  {
    name: "what a schema's field holds",
    before: withSchema(nested("a")),
    after: withSchema(nested("a", "b")),
    changes: [
      "schemaWidened topics.rows.schema: the schema of public/default/rows is widened: in changes (Word {a} → Word {a, b})",
    ],
  },
  ...(
    [
      [
        "a record that becomes a plain type",
        inner("p", "q"),
        "string",
        "schemaChanged",
        "changes: x changes (R → string)",
      ],
      [
        "a plain type that becomes a record",
        "string",
        inner("p", "q"),
        "schemaChanged",
        "changes: x changes (string → R)",
      ],
      ["a record that loses a field", inner("p", "q"), inner("p"), "schemaNarrowed", "is narrowed: x.q is gone"],
      ["a record that loses all its fields", inner("p"), inner(), "schemaNarrowed", "is narrowed: x.p is gone"],
    ] as const
  ).map(([name, before, after, kind, said]) => ({
    name,
    before: withSchema({ name: "x", type: before }),
    after: withSchema({ name: "x", type: after }),
    changes: [`${kind} topics.rows.schema: the schema of public/default/rows ${said}`],
  })),
  {
    name: "the definition of values",
    before: pairs({ type: "AVRO", definition: record(id) }),
    after: pairs({ type: "AVRO", definition: record(id, note) }),
    changes: ["schemaWidened topics.rows.schema: the schema of public/default/rows is widened: value.note is new"],
  },
  {
    name: "the type of values and the encoding of pairs",
    before: pairs({ type: "STRING" }),
    after: pairs({ type: "INT64" }, { encoding: "SEPARATED" }),
    changes: [
      "schemaChanged topics.rows.schema: the schema of public/default/rows changes: value.type changes (STRING → INT64) and encoding changes (INLINE → SEPARATED), which is refused as long as its definition stays",
    ],
  },
  {
    name: "properties alone",
    before: rows({ type: "AVRO", definition: record(id), properties: { owner: "a" } }),
    after: rows({ type: "AVRO", definition: record(id), properties: { owner: "b" } }),
    changes: [
      "schemaChanged topics.rows.schema: the schema of public/default/rows changes: properties change, which is refused as long as its definition stays",
    ],
  },
  {
    name: "a schema's defaults, stated",
    before: pairs({ type: "STRING" }),
    after: pairs({ type: "STRING", definition: "", properties: {} }, { encoding: "INLINE" }),
    changes: [],
  },
];
