import { sink } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

testRule("FM011", [
  { name: "an unread output", spec: around({}, { sinks: {} }), want: ["FM011? functions.f.output.topic"] },
  {
    name: "an unread output, strictly",
    spec: around({}, { sinks: {}, validation: { strict: true } }),
    want: ["FM011 functions.f.output.topic"],
  },
  {
    name: "an output whose partitions are read",
    spec: around(
      {},
      {
        sinks: { k: sink({ input: { topics: ["out-partition-0"] } }) },
        topics: { out: { partitions: 1 }, "out-partition-0": { external: true } },
        validation: { strict: true },
      },
    ),
    want: [],
  },
  { name: "a terminal output", spec: around({}, { sinks: {}, topics: { out: { terminal: true } } }), want: [] },
  { name: "an external output", spec: around({}, { sinks: {}, topics: { out: { external: true } } }), want: [] },
]);
