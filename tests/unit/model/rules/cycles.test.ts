import { javaFunction, sampleMesh } from "../../sample-mesh";
import { testRule } from "./broken-meshes";

const round = { a: javaFunction(), b: javaFunction({ input: { topics: ["out"] }, output: { topic: "in" } }) };
const topic = (index: number) => `persistent://public/default/${index}`;

testRule("FM012", [
  { name: "a cycle", spec: sampleMesh({ functions: round }), want: ["FM012 functions.a.output.topic"] },
  {
    name: "a cycle that is meant",
    spec: sampleMesh({ functions: round, validation: { allowCycles: true } }),
    want: [],
  },
  {
    name: "members of one name, which only together would be a cycle",
    spec: sampleMesh({
      functions: {
        a1: javaFunction({ name: "a", namespace: "one", input: { topics: [topic(1)] }, output: { topic: topic(2) } }),
        b: javaFunction({ input: { topics: [topic(2)] }, output: { topic: topic(3) } }),
        a2: javaFunction({ name: "a", namespace: "two", input: { topics: [topic(3)] }, output: { topic: topic(4) } }),
      },
    }),
    want: ["FM010? functions.a1.input.topics[0]", "FM011? functions.a2.output.topic"],
  },
]);
