import { javaFunction, sampleMesh } from "../../sample-mesh";
import { testRule } from "./broken-meshes";

const round = { a: javaFunction(), b: javaFunction({ input: { topics: ["out"] }, output: { topic: "in" } }) };

testRule("FM012", [
  { name: "a cycle", spec: sampleMesh({ functions: round }), want: ["FM012 functions.a.output.topic"] },
  {
    name: "a cycle that is meant",
    spec: sampleMesh({ functions: round, validation: { allowCycles: true } }),
    want: [],
  },
]);
