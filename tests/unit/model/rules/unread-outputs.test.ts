import { around, testRule } from "./broken-meshes";

testRule("FM011", [
  { name: "an unread output", spec: around({}, { sinks: {} }), want: ["FM011? functions.f.output.topic"] },
  {
    name: "an unread output, strictly",
    spec: around({}, { sinks: {}, validation: { strict: true } }),
    want: ["FM011 functions.f.output.topic"],
  },
  { name: "a terminal output", spec: around({}, { sinks: {}, topics: { out: { terminal: true } } }), want: [] },
  { name: "an external output", spec: around({}, { sinks: {}, topics: { out: { external: true } } }), want: [] },
]);
