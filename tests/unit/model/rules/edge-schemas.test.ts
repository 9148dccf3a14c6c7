import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../../provider/model/function";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { pythonFunction, sink } from "../../sample-mesh";
import { around, testRule, unknown } from "./broken-meshes";

/** A function that states what it writes, and the sink that reads it. */
const edge = (output: Partial<FunctionSpec["output"]>, schemaType: string, topics = {}) =>
  around(
    { output: { topic: "out", ...output } },
    { sinks: { k: sink({ input: { sourceSpecs: { out: { schemaType } } } }) }, topics },
  );
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
  { name: "the topic's type", spec: edge({ sinkSchemaType: "json" }, "json", { out: json }), want: [] },
]);

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
