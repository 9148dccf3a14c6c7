import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../../provider/model/function";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, pythonFunction, sampleMesh, sink } from "../../sample-mesh";
import { around, testRule, two, unknown } from "./broken-meshes";

/** A function that states what it writes, and the sink that reads it. */
const edge = (output: Partial<FunctionSpec["output"]>, schemaType: string, topics = {}) =>
  around(
    { output: { topic: "out", ...output } },
    { sinks: { k: sink({ input: { sourceSpecs: { out: { schemaType } } } }) }, topics },
  );
/** The same by the classes of both. */
const classes = (written: string, read: string, more: Partial<MeshSpec> = {}) =>
  around(
    { output: { topic: "out", typeClassName: `java.lang.${written}` } },
    { sinks: { k: sink({ input: { topics: ["out"], typeClassName: `java.lang.${read}` } }) }, ...more },
  );
const reading = "sinks.k.input.typeClassName";
const byStrategy = (schemaCompatibilityStrategy: "FULL" | "BACKWARD") => ({
  tenants: { public: {} },
  namespaces: { "public/default": { schemaCompatibilityStrategy } },
});
const int64 = { schema: { type: "INT64" } } as const;
/** AVRO written in the east, JSON read in the west. */
const acrossClusters = (namespaces: MeshSpec["namespaces"]) =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east" },
    tenants: { public: {} },
    ...(namespaces === undefined ? {} : { namespaces }),
    functions: { f: javaFunction({ output: { topic: "out", sinkSchemaType: "avro" } }) },
    sinks: { k: sink({ cluster: "west", input: { sourceSpecs: { out: { schemaType: "json" } } } }) },
    topics: { in: {} },
  });
const json = { schema: { type: "JSON", definition: "{}" } } as const;

testRule("FM040", [
  {
    name: "two types",
    spec: edge({ sinkSchemaType: "avro" }, "json"),
    want: ["FM040 sinks.k.input.sourceSpecs.out"],
    wantInManifests: ["FM040? sinks.k.input.sourceSpecs.out"],
  },
  { name: "one type in two spellings", spec: edge({ sinkSchemaType: "avro" }, "AVRO"), want: [] },
  {
    name: "text written where records are read",
    spec: edge({ typeClassName: "java.lang.String" }, "json"),
    want: ["FM040 sinks.k.input.sourceSpecs.out"],
  },
  { name: "bytes written where records are read", spec: edge({ typeClassName: "[B" }, "json"), want: [] },
  { name: "a class of one's own", spec: edge({ sinkSchemaType: "com.acme.Schema" }, "json"), want: [] },
  { name: "a serializer of one's own", spec: edge({ sinkSerdeClassName: "com.acme.Serde" }, "json"), want: [] },
  { name: "a type not known yet", spec: edge({ sinkSchemaType: unknown }, "json"), want: [] },
  {
    name: "nothing stated by the writer",
    spec: edge({}, "json"),
    want: ["FM040 functions.f.output.topic"],
    wantInManifests: ["FM040? functions.f.output.topic"],
  },
  { name: "nothing stated by the writer of text", spec: edge({}, "string"), want: [] },
  {
    name: "nothing stated by the reader",
    spec: around({ output: { topic: "out", sinkSchemaType: "avro" } }),
    want: ["FM040 sinks.k.input.topics[0]"],
  },
  {
    name: "nothing stated beside a topic's type",
    spec: around({}, { topics: { out: json } }),
    want: ["FM040 functions.f.output.topic", "FM040 sinks.k.input.topics[0]"],
  },
  {
    name: "nothing stated but a class of one's own",
    spec: edge({ typeClassName: "com.acme.Order" }, "json"),
    want: [],
  },
  {
    name: "a class that Python does not look at",
    spec: around(
      {},
      {
        functions: { f: pythonFunction({ output: { topic: "out", typeClassName: "java.lang.String" } }) },
        sinks: { k: sink({ input: { sourceSpecs: { out: { schemaType: "json" } } } }) },
      },
    ),
    want: [],
  },
  {
    name: "a topic read in two ways, of which the later counts",
    spec: around({ input: { topics: ["in"], customSchemaSources: { in: "json" } } }),
    want: [],
  },
  {
    name: "a type beside a connector that is read in place of topics",
    spec: around(
      {
        input: { customSchemaSources: { in: "json" } },
        source: { connector: "/pulsar/connectors/file.nar", className: "com.acme.FileSource" },
      },
      { sources: {}, topics: { in: { schema: { type: "STRING" } } } },
    ),
    want: ["FM075 functions.f.input"],
  },
  {
    name: "another type than the topic's",
    spec: edge({ typeClassName: "[B" }, "avro", { out: json }),
    want: ["FM040 sinks.k.input.sourceSpecs.out"],
  },
  {
    name: "another type than the topic's on both sides",
    spec: edge({ sinkSchemaType: "avro" }, "avro", { out: json }),
    want: ["FM040 functions.f.output.sinkSchemaType", "FM040 sinks.k.input.sourceSpecs.out"],
  },
  {
    name: "a topic of a single value, and Java that states nothing",
    spec: around({ input: { topics: ["in"] } }, { topics: { in: int64 } }),
    want: ["FM040 functions.f.input.topics[0]"],
  },
  {
    name: "a topic of a single value, and the class that goes as JSON",
    spec: around({ input: { topics: ["in"], typeClassName: "java.lang.Long" } }, { topics: { in: int64 } }),
    want: ["FM040 functions.f.input.typeClassName"],
  },
  {
    name: "a topic of a single value, read as bytes",
    spec: around({ input: { topics: ["in"], typeClassName: "[B" } }, { topics: { in: int64 } }),
    want: [],
  },
  {
    name: "a topic of a single value, and a class of one's own",
    spec: around({ input: { topics: ["in"], typeClassName: "com.acme.Order" } }, { topics: { in: int64 } }),
    want: [],
  },
  {
    name: "a topic of a single value, read in Python",
    spec: around({}, { functions: { f: pythonFunction() }, topics: { in: int64 } }),
    want: [],
  },
  {
    name: "single values that Java is told to read and to write",
    spec: around(
      {
        input: { customSchemaSources: { in: "int64" }, typeClassName: "java.lang.Long" },
        output: { topic: "out", sinkSchemaType: "DOUBLE", typeClassName: "java.lang.Double" },
      },
      {
        topics: { in: int64 },
        sinks: { k: sink({ input: { sourceSpecs: { out: { schemaType: "bytes" } }, typeClassName: "[B" } }) },
      },
    ),
    want: [
      "FM040 functions.f.input.customSchemaSources.in",
      "FM040 functions.f.output.sinkSchemaType",
      "FM040 sinks.k.input.sourceSpecs.out",
    ],
  },
  {
    name: "a single value beside a class that takes every schema",
    spec: around({
      input: {
        customSchemaSources: { in: "int64" },
        typeClassName: "org.apache.pulsar.client.api.schema.GenericRecord",
      },
    }),
    want: [],
  },
  {
    name: "a single value that a class in Python is called",
    spec: around(
      {},
      {
        functions: { f: pythonFunction({ input: { customSchemaSources: { in: "int64" } } }) },
        topics: { in: json },
      },
    ),
    want: [],
  },
  { name: "text written where numbers are read", spec: classes("String", "Long"), want: [`FM040 ${reading}`] },
  { name: "numbers written where text is read", spec: classes("Long", "String"), want: [`FM040 ${reading}`] },
  {
    name: "numbers written where nothing is stated",
    spec: around({ output: { topic: "out", typeClassName: "java.lang.Long" } }),
    want: ["FM040 sinks.k.input.topics[0]"],
  },
  { name: "truth written where numbers are read", spec: classes("Boolean", "Long"), want: [`FM040 ${reading}`] },
  { name: "numbers of one width", spec: classes("Short", "Integer"), want: [] },
  { name: "numbers that a wider class reads", spec: classes("Long", "Double"), want: [] },
  {
    name: "numbers that a narrower class reads, by a strategy that nobody states",
    spec: classes("Long", "Integer"),
    want: [`FM040? ${reading}`],
  },
  {
    name: "numbers that a narrower class reads, where that is refused",
    spec: classes("Long", "Integer", byStrategy("FULL")),
    want: [`FM040 ${reading}`],
  },
  {
    name: "numbers that a narrower class reads, where one may come after the other",
    spec: classes("Long", "Integer", byStrategy("BACKWARD")),
    want: [],
  },
  {
    name: "the same where the topic says so itself",
    spec: classes("Long", "Integer", {
      ...byStrategy("FULL"),
      topics: { out: { schemaCompatibilityStrategy: "ALWAYS_COMPATIBLE" } },
    }),
    want: [],
  },
  {
    name: "writers of numbers of two widths",
    spec: around(
      { output: { topic: "out", typeClassName: "java.lang.Long" } },
      {
        sources: {},
        functions: {
          f: javaFunction({ output: { topic: "out", typeClassName: "java.lang.Long" } }),
          g: javaFunction({ output: { topic: "out", typeClassName: "java.lang.Integer" } }),
        },
        topics: { in: {} },
        sinks: { k: sink({ input: { topics: ["out"], typeClassName: "java.lang.Long" } }) },
      },
    ),
    want: ["FM040? functions.g.output.typeClassName"],
  },
  {
    name: "readers of numbers of two widths of a topic that others write",
    spec: sampleMesh({
      sinks: {
        k: sink({ input: { topics: ["out"], typeClassName: "java.lang.Long" } }),
        l: sink({ input: { topics: ["out"], typeClassName: "java.lang.Integer" } }),
      },
      topics: { out: { external: true } },
    }),
    want: [],
  },
  {
    name: "numbers on a topic of JSON, whose definition may be one",
    spec: classes("Long", "Long", { topics: { out: json } }),
    want: [],
  },
  {
    name: "the ends of an edge that is replicated",
    spec: acrossClusters({ "public/default": {} }),
    want: ["FM040 sinks.k.input.sourceSpecs.out"],
  },
  {
    name: "topics of one name in two clusters, which have nothing to do with each other",
    spec: acrossClusters(undefined),
    want: ["FM020 sinks.k.input.sourceSpecs.out"],
  },
  { name: "the topic's type", spec: edge({ sinkSchemaType: "json" }, "json", { out: json }), want: [] },
]);

describe("rule FM040 of each two classes", () => {
  const widths = ["Byte", "Integer", "Long", "Float", "Double"];
  const rank = (name: string): number => (name === "Byte" ? 1 : widths.indexOf(name));
  /** What becomes of the two, whoever comes first, as brokers and instances of Pulsar 4.0.8 have it. */
  const fate = (written: string, read: string): readonly string[] => {
    if (written === read) return [];
    if (![written, read].every((name) => widths.includes(name))) return [`FM040 ${reading}`];
    return rank(read) >= rank(written) ? [] : [`FM040? ${reading}`];
  };
  for (const written of [...widths, "Boolean", "String"])
    for (const read of [...widths, "Boolean", "String"])
      it(`${written} written, ${read} read: ${fate(written, read).join("") || "nothing"}`, () => {
        const problems = planMesh("mesh", classes(written, read)).problems;
        assert.deepEqual(
          problems.map(({ code, severity, path }) => `${code}${severity === "warning" ? "?" : ""} ${path}`),
          fate(written, read),
        );
      });
});

describe("rule FM040", () => {
  it("names the other end", () => {
    const [problem] = planMesh("mesh", edge({ sinkSchemaType: "avro" }, "json")).problems;
    assert.equal(problem?.message, "means JSON, and functions.f.output.sinkSchemaType means AVRO");
  });

  it("says where a type comes from that nobody states", () => {
    const [problem] = planMesh("mesh", edge({}, "json")).problems;
    const other = "sinks.k.input.sourceSpecs.out means JSON";
    assert.equal(problem?.message, `means STRING, as no type and no class are stated, and ${other}`);
  });
});
