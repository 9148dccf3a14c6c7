import { sink } from "../../sample-mesh";
import { around, testRule, two } from "./broken-meshes";

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
  {
    name: "a terminal output whose Kubernetes cluster has a Pulsar cluster that there is not",
    spec: around(
      {},
      {
        ...two,
        kubernetes: { east: { pulsar: "north" } },
        sinks: {},
        topics: { out: { terminal: true } },
        validation: { strict: true },
      },
    ),
    want: ["FM002 kubernetes.east.pulsar"],
  },
  {
    name: "a terminal output without any Pulsar cluster",
    spec: around({}, { pulsar: {}, sinks: {}, topics: { out: { terminal: true } }, validation: { strict: true } }),
    want: ["FM002 pulsar"],
  },
  {
    name: "a partition of a terminal topic",
    spec: around(
      { output: { topic: "out-partition-0" } },
      {
        sinks: {},
        topics: { out: { partitions: 1, terminal: true }, "out-partition-0": { external: true } },
      },
    ),
    want: [],
  },
  { name: "an external output", spec: around({}, { sinks: {}, topics: { out: { external: true } } }), want: [] },
  {
    name: "an output that another resource computed",
    spec: around({ output: { topic: "a/b/out" } }, { sinks: {} }),
    computed: ["functions.f.output.topic"],
    want: [],
  },
  {
    name: "an output whose reader is named by another resource",
    spec: around({}, { sinks: { k: sink({ input: { topics: ["public/default/out"] } }) }, topics: { out: {} } }),
    computed: ["sinks.k.input.topics[0]"],
    want: ["FM028? sinks.k.input.topics[0]"],
  },
  {
    name: "an unread output beside an input that another resource computed",
    spec: around({}, { sinks: { k: sink({ input: { topics: ["a/b/other"] } }) } }),
    computed: ["sinks.k.input.topics[0]"],
    want: ["FM011? functions.f.output.topic"],
  },
]);
