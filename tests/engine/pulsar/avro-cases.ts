/** Avro schemas right and wrong, and pairs of them, on which the provider and the broker have to be of one opinion. */
const record = (...fields: readonly unknown[]): object => ({ type: "record", name: "R", fields });
const field = (type: unknown, more: object = {}): object => ({ name: "a", type, ...more });
const preset = (type: unknown, value: unknown): object => record(field(type, { default: value }));

const letters = { type: "enum", name: "E", symbols: ["A", "B"] };
const two = { type: "fixed", name: "F", size: 2 };
const inner = { type: "record", name: "S", fields: [{ name: "x", type: "int" }] };
const innerPreset = { type: "record", name: "S", fields: [{ name: "x", type: "int", default: 3 }] };

const names = {
  "no fields": { type: "record", name: "R" },
  "no name": { type: "record", fields: [] },
  "a name that begins with a digit": { type: "record", name: "1R", fields: [] },
  "a name with a dollar sign": { type: "record", name: "A$B", fields: [] },
  "a name of other letters": { type: "record", name: "Übung", fields: [] },
  "a name that is a number": { type: "record", name: 1, fields: [] },
  "an empty name": { type: "record", name: "", fields: [] },
  "a namespace with a hyphen": { ...record(), namespace: "a-b" },
  "a namespace that is a number": { ...record(), namespace: 1 },
  "a field without a name": record({ type: "int" }),
  "a field without a type": record({ name: "a" }),
  "a field with a blank in its name": record({ name: "a b", type: "int" }),
  "a field of other letters": record({ name: "größe", type: "int" }),
  "two fields of one name": record(field("int"), field("int")),
  "a field that is a text": record("x"),
  "fields that are no list": { type: "record", name: "R", fields: {} },
  "aliases that are a text": { ...record(), aliases: "x" },
  "an alias with a blank": { ...record(), aliases: ["a b"] },
  "an alias of a field with a blank": record(field("int", { aliases: ["a b"] })),
  "aliases of a field that are a text": record(field("int", { aliases: "x" })),
  "an order that is none": record(field("int", { order: "x" })),
  "an order in capitals": record(field("int", { order: "DESCENDING" })),
};

const types = {
  "no fields at all": record(),
  "an unknown type": record(field("strin")),
  "a type in capitals": record(field("Int")),
  "a type that is a number": record(field(1)),
  "a type that is null": record(field(null)),
  "the type null": record(field("null")),
  "a type in a type": record(field({ type: { type: "int" } })),
  "no type": record(field({ x: 1 })),
  "an array without items": record(field({ type: "array" })),
  "a map without values": record(field({ type: "map" })),
  "a type defined twice": record(field(letters), { name: "b", type: letters }),
  "a type with a name of Avro's own": record(field({ type: "record", name: "int", fields: [] })),
  "a type used before it is defined": record(field("E"), { name: "b", type: letters }),
  "a record in itself": record(field(["null", "R"])),
  "a defined type in an object": record(field(letters), { name: "b", type: { type: "E" } }),
  "a name in its namespace": { ...record(field(letters), { name: "b", type: "E" }), namespace: "x" },
  "a name with its namespace": { ...record(field(letters), { name: "b", type: "x.E" }), namespace: "x" },
  "a name of another namespace": {
    ...record(field({ ...letters, namespace: "y" }), { name: "b", type: "E" }),
    namespace: "x",
  },
  "a name of no namespace": {
    ...record(field({ ...letters, namespace: "" }), { name: "b", type: "E" }),
    namespace: "x",
  },
  "a union of one type twice": record(field(["int", "int"])),
  "a union in a union": record(field(["int", ["null", "string"]])),
  "a union of two arrays": record(
    field([
      { type: "array", items: "int" },
      { type: "array", items: "string" },
    ]),
  ),
  "a union of two enums": record(field([letters, { ...letters, name: "G" }])),
  "a union of a type and the same with a meaning": record(field(["string", { type: "string", logicalType: "uuid" }])),
  "an empty union": record(field([])),
  "an enum without symbols": record(field({ type: "enum", name: "E" })),
  "an enum of none": record(field({ type: "enum", name: "E", symbols: [] })),
  "a symbol twice": record(field({ type: "enum", name: "E", symbols: ["A", "A"] })),
  "a symbol with a hyphen": record(field({ type: "enum", name: "E", symbols: ["a-b"] })),
  "a symbol that is a number": record(field({ type: "enum", name: "E", symbols: [1] })),
  "an enum's default that is no symbol": record(field({ ...letters, default: "C" })),
  "an enum's default": record(field({ ...letters, default: "A" })),
  "a fixed of no bytes": record(field({ ...two, size: 0 })),
  "a fixed of less": record(field({ ...two, size: -1 })),
  "a fixed of half a byte": record(field({ ...two, size: 1.5 })),
  "a fixed without a size": record(field({ type: "fixed", name: "F" })),
  "a decimal that is none": record(field({ type: "bytes", logicalType: "decimal", precision: -1 })),
  "only a type": "int",
  "only an enum": letters,
  "only an array": { type: "array", items: "int" },
  "only a union": ["null", "int"],
  "only a truth": true,
  "an unknown name": "R",
  "an error": { type: "error", name: "R", fields: [] },
  "JSON Schema": { type: "object" },
};

const defaults = {
  "a text for an int": preset("int", "x"),
  "half a number for an int": preset("int", 1.5),
  "more than an int": preset("int", 2 ** 31),
  "the most of an int": preset("int", 2 ** 31 - 1),
  "a number for a float": preset("float", 1),
  "NaN for a double": preset("double", "NaN"),
  "no number for a double": preset("double", "many"),
  "NaN in an array": preset({ type: "array", items: "double" }, ["NaN"]),
  "a number for a truth": preset("boolean", 1),
  "a number for a text": preset("string", 1),
  "a text for bytes": preset("bytes", "ÿ"),
  "null for null": preset("null", null),
  "a number for null": preset("null", 1),
  "the first of a union": preset(["null", "int"], null),
  "the second of a union": preset(["null", "int"], 1),
  "an array": preset({ type: "array", items: "int" }, [1]),
  "an array of others": preset({ type: "array", items: "int" }, ["x"]),
  "a map": preset({ type: "map", values: "int" }, { x: 1 }),
  "a map of others": preset({ type: "map", values: "int" }, { x: "1" }),
  "a symbol": preset(letters, "A"),
  "no symbol": preset(letters, "C"),
  "a number for an enum": preset(letters, 1),
  "a number for a fixed": preset(two, 1),
  "a record": preset(inner, { x: 1 }),
  "a record that lacks a field": preset(inner, {}),
  "a record that lacks a field with a default": preset(innerPreset, {}),
  "a record with one field more": preset(inner, { x: 1, y: 2 }),
  "an object for the record itself": preset("R", {}),
  "null for the record itself": preset(["null", "R"], null),
  "a whole object for the record itself": record({ name: "b", type: "int" }, field("R", { default: { b: 1 } })),
  "null for a record": preset(innerPreset, null),
};

/** Texts, since JavaScript's numbers cannot say these. */
const exact = {
  "one and no more for an int": '{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":1.0}]}',
  "the most of a long":
    '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9223372036854775807}]}',
  "more than a long":
    '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9223372036854775808}]}',
  "no JSON": "{bad",
  "a brace too many": '{"type":"record","name":"R","fields":[]}}',
  nothing: "",
};

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const texts = (all: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)]);

export const avroCases: readonly (readonly [string, string])[] = [
  ...texts(names),
  ...texts(types),
  ...texts(defaults),
  ...Object.entries(exact),
];

const spaced = (schema: object, namespace: string): object => ({ ...schema, namespace });

/** Two schemas that the broker may take for one. */
export const avroPairs: readonly (readonly [string, string, string])[] = [
  ["other words about the record", record(field("int")), { ...record(field("int")), doc: "x" }],
  ["other words about a field", record(field("int")), record(field("int", { doc: "x" }))],
  ["other aliases", record(field("int")), { ...record(field("int", { aliases: ["z"] })), aliases: ["Q"] }],
  ["white space", record(field("int")), ` { "type" : "record", "name":"R","fields":[{"name":"a", "type":"int"}]}`],
  ["order of keys", record(field("int")), '{"fields":[{"type":"int","name":"a"}],"name":"R","type":"record"}'],
  ["an attribute of one's own", record(field("int")), { ...record(field("int")), revision: "2" }],
  ["an attribute of a field", record(field("int")), record(field("int", { x: 1 }))],
  ["an attribute of a type", record(field("int")), record(field({ type: "int", x: 1 }))],
  ["the long form of a type", record(field("int")), record(field({ type: "int", doc: "x", name: "y" }))],
  ["a meaning", record(field("long")), record(field({ type: "long", logicalType: "timestamp-millis" }))],
  ["a namespace in the name", spaced(record(field("int")), "x.y"), { ...record(field("int")), name: "x.y.R" }],
  ["another namespace", spaced(record(field("int")), "x.y"), spaced(record(field("int")), "x.z")],
  ["an empty namespace", record(field("int")), spaced(record(field("int")), "")],
  ["a dot before the name", record(field("int")), { ...record(field("int")), name: ".R" }],
  [
    "an inherited namespace",
    spaced(record(field(letters), { name: "b", type: "E" }), "x"),
    spaced(record(field({ ...letters, namespace: "x" }), { name: "b", type: "x.E" }), "x"),
  ],
  ["the usual order", record(field("int")), record(field("int", { order: "ascending" }))],
  ["another order", record(field("int")), record(field("int", { order: "descending" }))],
  [
    "order of fields",
    record(field("int"), { name: "b", type: "int" }),
    record({ name: "b", type: "int" }, field("int")),
  ],
  ["order of symbols", record(field(letters)), record(field({ ...letters, symbols: ["B", "A"] }))],
  ["an enum's default", record(field(letters)), record(field({ ...letters, default: "A" }))],
  ["an attribute of an enum", record(field(letters)), record(field({ ...letters, x: 1 }))],
  ["words about a fixed", record(field(two)), record(field({ ...two, doc: "x", aliases: ["G"] }))],
  [
    "words about an array",
    record(field({ type: "array", items: "int" })),
    record(field({ type: "array", items: "int", doc: "x" })),
  ],
  [
    "an attribute of a map",
    record(field({ type: "map", values: "int" })),
    record(field({ type: "map", values: "int", x: 1 })),
  ],
  ["another default", preset("int", 1), preset("int", 2)],
  ["null for a default, and none", record(field(["null", "int"])), preset(["null", "int"], null)],
  [
    "order of keys in a default",
    preset({ type: "map", values: "int" }, { a: 1, b: 2 }),
    preset({ type: "map", values: "int" }, { b: 2, a: 1 }),
  ],
  [
    "two spellings of a number",
    preset("double", 1.5),
    '{"type":"record","name":"R","fields":[{"name":"a","type":"double","default":1.50}]}',
  ],
  [
    "a whole number and one with a point",
    preset("double", 1),
    '{"type":"record","name":"R","fields":[{"name":"a","type":"double","default":1.0}]}',
  ],
  [
    "long numbers",
    '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9223372036854775807}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9223372036854775806}]}',
  ],
  ["an error", record(field("int")), { ...record(field("int")), type: "error" }],
].map(([name, left, right]) => [String(name), asText(left), asText(right)] as const);
