import { around, unknown, testRule } from "./broken-meshes";

testRule("FM010", [
  {
    name: "an unwritten input",
    spec: around({ input: { topics: ["in", "ni"] } }),
    want: ["FM010? functions.f.input.topics[1]"],
  },
  {
    name: "an unwritten input, strictly",
    spec: around({ input: { topics: ["in", "ni"] } }, { validation: { strict: true } }),
    want: ["FM010 functions.f.input.topics[1]"],
  },
  { name: "a declared input", spec: around({ input: { topics: ["in", "ni"] } }, { topics: { ni: {} } }), want: [] },
  { name: "an input not known yet", spec: around({ input: { topics: [unknown] } }), want: [] },
]);
