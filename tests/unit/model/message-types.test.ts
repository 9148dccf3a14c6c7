import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import { lastInputs, readType, writtenType } from "../../../provider/model/message-types";
import { planMesh } from "../../../provider/model/plan-mesh";
import { functionOf, javaFunction, pythonFunction, sampleMesh } from "../sample-mesh";

const planned = (f: FunctionSpec) => planMesh("mesh", sampleMesh({ functions: { f } })).plan.members;
const read = (f: FunctionSpec) => planned(f).flatMap((each) => lastInputs(each).map((use) => readType(each, use)));
const written = (f: FunctionSpec) => planned(f).map(writtenType);

const text = { by: "default", typeClass: "java.lang.String" };
const bytes = { by: "default", typeClass: "[B" };

describe("readType", () => {
  const rows = [
    { name: "the default of Java", spec: javaFunction(), want: [text] },
    { name: "the default of Python", spec: pythonFunction(), want: [bytes] },
    {
      name: "a class",
      spec: javaFunction({ input: { topics: ["a"], typeClassName: "A" } }),
      want: [{ by: "class", typeClass: "A" }],
    },
    {
      name: "a type of one topic",
      spec: javaFunction({ input: { topics: ["a"], customSchemaSources: { b: "json" } } }),
      want: [text, { by: "schema", schema: "json" }],
    },
    {
      name: "the later of two for one topic, as a whole",
      spec: javaFunction({ input: { customSchemaSources: { a: "json" }, sourceSpecs: { a: {} } } }),
      want: [text],
    },
    {
      name: "a deserializer of one's own, which counts for more than a type",
      spec: javaFunction({ input: { sourceSpecs: { a: { serdeClassName: "S", schemaType: "json" } } } }),
      want: [undefined],
    },
    {
      name: "no deserializer, in so many words",
      spec: javaFunction({ input: { sourceSpecs: { a: { serdeClassName: "", schemaType: "json" } } } }),
      want: [{ by: "schema", schema: "json" }],
    },
    { name: "nothing by a pattern", spec: javaFunction({ input: { topicPattern: "a.*" } }), want: [] },
  ];
  for (const { name, spec, want } of rows) it(name, () => assert.deepEqual(read(spec), want));
});

describe("writtenType", () => {
  const rows = [
    { name: "the default of Java", spec: javaFunction(), want: [text] },
    {
      name: "a type",
      spec: javaFunction({ output: { topic: "a", sinkSchemaType: "avro", typeClassName: "A" } }),
      want: [{ by: "schema", schema: "avro" }],
    },
    {
      name: "a type that Go knows nothing of",
      spec: functionOf({ golang: { go: "/a" }, image: "a", output: { topic: "a", sinkSchemaType: "avro" } }),
      want: [undefined],
    },
    {
      name: "a serializer of one's own",
      spec: javaFunction({ output: { topic: "a", sinkSerdeClassName: "S" } }),
      want: [undefined],
    },
    { name: "nothing", spec: javaFunction({ output: { topic: "" } }), want: [undefined] },
  ];
  for (const { name, spec, want } of rows) it(name, () => assert.deepEqual(written(spec), want));
});
