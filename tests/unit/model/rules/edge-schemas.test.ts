import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../../provider/model/function";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { sink } from "../../sample-mesh";
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
  { name: "nothing stated by the writer", spec: edge({}, "json"), want: [] },
  {
    name: "another type than the topic's",
    spec: edge({}, "avro", { out: json }),
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
});
