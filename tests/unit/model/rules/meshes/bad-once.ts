import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, aroundPython, two } from "../broken-meshes";
import { eastAndWest, type MeshRow } from "./mesh-row";

const readingFrom = (...topics: readonly string[]) => ({ sinks: { k: sink({ input: { topics } }) } });
const finding = (topicPattern: string) => ({ sinks: { k: sink({ input: { topicPattern } }) } });
const batch = source({ batchSourceConfig: { discoveryTriggererClassName: "com.acme.Daily" } });
const oneCluster = { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" };
const shared = { subscriptionName: "shared" };

/** What comes of one fault is no other one. */
export const badOnce: readonly MeshRow[] = [
  {
    name: "an input that is no name, whose topic nobody else reads",
    mesh: around({}, readingFrom("o u t")),
    want: ["FM003 sinks.k.input.topics[0]"],
  },
  {
    name: "an input in a form that is none, likewise",
    mesh: around({}, readingFrom("persistent:/public/default/out")),
    want: ["FM003 sinks.k.input.topics[0]"],
  },
  {
    name: "an output that is no name, whose topic nobody else writes",
    mesh: around({ output: { topic: "default/out" } }),
    want: ["FM003 functions.f.output.topic"],
  },
  {
    name: "an output that is no name, which a pattern was to find",
    mesh: around({ output: { topic: "out put" } }, finding("out.*")),
    want: ["FM003 functions.f.output.topic"],
  },
  {
    name: "an output that is no name, and an input that nobody writes",
    mesh: around({ output: { topic: "out//put" } }, readingFrom("other")),
    want: ["FM003 functions.f.output.topic", "FM010? sinks.k.input.topics[0]"],
  },
  {
    name: "an input that is no name, and an output that nobody reads",
    mesh: around({}, readingFrom("other/topic")),
    want: ["FM003 sinks.k.input.topics[0]", "FM011? functions.f.output.topic"],
  },
  {
    name: "an entry that is no name, of a topic that others write",
    mesh: around({ input: { topics: ["in", "visits"] } }, { topics: { "visits/": { external: true } } }),
    want: ['FM003 topics["visits/"]'],
  },
  {
    name: "an expression among the inputs",
    mesh: around({ output: { topic: "out-a" } }, readingFrom("out-.*")),
    want: ["FM003 sinks.k.input.topics[0]"],
  },
  {
    name: "expressions in full, at two inputs of one member",
    mesh: around(
      {},
      {
        sinks: {
          k: sink({
            input: { topics: ["public/default/(out|log)"], customSchemaSources: { "o[a-z]t": "STRING" } },
          }),
        },
      },
    ),
    want: ["FM003 sinks.k.input.topics[0]", 'FM003 sinks.k.input.customSchemaSources["o[a-z]t"]'],
  },
  {
    name: "an expression among the keys of topics",
    mesh: around({}, { topics: { "out.*": { partitions: 4 } } }),
    want: ['FM003 topics["out.*"]'],
  },
  {
    name: "a pattern that is none, of what nobody else reads",
    mesh: around({}, finding("out(")),
    want: ["FM014 sinks.k.input.topicPattern"],
  },
  {
    name: "a pattern that is none, and an output that begins otherwise",
    mesh: around({}, finding("in(")),
    want: ["FM011? functions.f.output.topic", "FM014 sinks.k.input.topicPattern"],
  },
  {
    name: "a sink that reads the tasks of a batch source",
    mesh: around({}, { sources: { s: batch }, ...readingFrom("out", "s-intermediate") }),
    want: ["FM052 sinks.k.input.topics[1]"],
  },
  {
    name: "a pattern that finds nothing but the tasks of a batch source",
    mesh: around({}, { sources: { s: batch }, sinks: { k: sink(), l: sink({ input: { topicPattern: "s-.*" } }) } }),
    want: ["FM052 sinks.l.input.topicPattern"],
  },
  {
    name: "a batch source that writes to its own tasks",
    mesh: sampleMesh({ sources: { s: { ...batch, output: { topic: "s-intermediate" } } } }),
    want: ["FM052 sources.s.output.topic"],
  },
  {
    name: "a function and a sink on one subscription, by one pattern",
    mesh: sampleMesh({
      sources: { s: source() },
      functions: { f: javaFunction({ ...shared, input: { topicPattern: "in.*" } }) },
      sinks: { k: sink({ ...shared, input: { topicPattern: "in.*" } }), l: sink() },
    }),
    want: ["FM030 sinks.k.subscriptionName"],
  },
  {
    name: "a pattern that takes messages from a sink, and nothing from a function that it is unlike",
    mesh: sampleMesh({
      sources: { s: source({ output: { topic: "in-a" } }), t: source({ output: { topic: "in-b" } }) },
      functions: { f: javaFunction({ ...shared, input: { topics: ["in-a"] } }) },
      sinks: {
        k: sink({ ...shared, input: { topics: ["in-b"] } }),
        l: sink({ ...shared, input: { topicPattern: "in-.*" } }),
        m: sink(),
      },
    }),
    want: ["FM014? sinks.l.input.topicPattern", "FM030 sinks.l.subscriptionName"],
  },
  {
    name: "an output that is an expression, of which one topic is read",
    mesh: around({ output: { topic: "out-*" } }, readingFrom("out-1")),
    want: ["FM003 functions.f.output.topic"],
  },
  {
    name: "two unlike members on one subscription of two topics",
    mesh: sampleMesh({
      sinks: {
        k: sink({ ...shared, input: { topics: ["a", "b"] } }),
        l: sink({ ...shared, input: { topics: ["a", "b"] }, retainOrdering: true }),
      },
      topics: { a: {}, b: {} },
    }),
    want: ["FM030 sinks.l.subscriptionName"],
  },
  {
    name: "one Pulsar cluster under two keys, with an edge between them",
    mesh: eastAndWest({
      pulsar: { ...two.pulsar, west: { ...oneCluster, clusterName: "east" }, east: oneCluster },
      sources: { s: source({ output: { topic: "out" } }) },
      sinks: { k: sink({ cluster: "west" }) },
    }),
    want: ["FM023 pulsar.west.clusterName"],
  },
  {
    name: "one edge to two other Pulsar clusters",
    mesh: eastAndWest({
      pulsar: { ...two.pulsar, south: { adminUrl: "http://127.0.0.1:5", serviceUrl: "pulsar://127.0.0.1:6" } },
      kubernetes: { east: {}, west: {}, south: {} },
      sources: { s: source({ output: { topic: "out" } }) },
      sinks: { k: sink({ placement: [{ cluster: "west" }, { cluster: "south" }] }) },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "one pattern that finds two topics of another Pulsar cluster",
    mesh: eastAndWest({
      sources: { s: source({ output: { topic: "out-a" } }), t: source({ output: { topic: "out-b" } }) },
      sinks: { k: sink({ cluster: "west", input: { topicPattern: "out-.*" } }) },
    }),
    want: ["FM020 sinks.k.input.topicPattern"],
  },
  {
    name: "a dead-letter topic without tries in Python",
    mesh: aroundPython({ deadLetterTopic: "dead" }),
    want: ["FM075 functions.f.deadLetterTopic"],
  },
  {
    name: "tries of an ordered subscription in Python",
    mesh: aroundPython({ maxMessageRetry: 3, retainOrdering: true }),
    want: ["FM075 functions.f.maxMessageRetry"],
  },
  {
    name: "late data of a window in Python",
    mesh: aroundPython({ windowConfig: { windowLengthCount: 3, lateDataTopic: "late" } }),
    want: ["FM051 functions.f.windowConfig"],
  },
  {
    name: "a key of a function and a sink that read one topic",
    mesh: around({}, { sinks: { k: sink(), f: sink({ input: { topics: ["in"] } }) } }),
    want: ["FM001 sinks.f"],
  },
  {
    name: "a name of two functions that read one topic in different ways",
    mesh: around({}, { functions: { f: javaFunction(), g: javaFunction({ name: "f", retainOrdering: true }) } }),
    want: ["FM001 functions.g.name"],
  },
];
