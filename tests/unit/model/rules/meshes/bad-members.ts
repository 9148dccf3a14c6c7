import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, aroundPython, withPulsar } from "../broken-meshes";
import { eastAndWest, type MeshRow } from "./mesh-row";

const once = { processingGuarantee: "effectively_once" } as const;
const shared = { subscriptionName: "x" };

/** FM030 to FM070: what members and their edges may be. */
export const badMembers: readonly MeshRow[] = [
  {
    name: "a subscription that a function and a sink share, and that two functions read in different ways",
    mesh: around(
      {},
      {
        functions: {
          f: javaFunction(shared),
          g: javaFunction({ ...shared, retainOrdering: true }),
        },
        sinks: { k: sink(), l: sink({ ...shared, input: { topics: ["in"] } }) },
      },
    ),
    want: ["FM030 functions.g.subscriptionName", "FM030 sinks.l.subscriptionName"],
  },
  {
    name: "effectively_once in Python with two inputs",
    mesh: sampleMesh({
      functions: { f: pythonFunction({ ...once, input: { topics: ["in", "in2"] } }) },
      topics: { in: {}, in2: {}, out: { terminal: true } },
    }),
    want: ["FM031 functions.f.processingGuarantee"],
  },
  {
    name: "effectively_once with a dead-letter topic, and nothing that says after how many tries",
    mesh: around({}, { sinks: { k: sink({ ...once, deadLetterTopic: "dead" }) } }),
    want: ["FM031 sinks.k.deadLetterTopic"],
  },
  {
    name: "fewer tries than none before dead letters",
    mesh: around({ deadLetterTopic: "dead", maxMessageRetry: -1 }),
    want: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "two orderings, and tries that one of them does not count",
    mesh: around({ retainOrdering: true, retainKeyOrdering: true, maxMessageRetry: 1 }),
    want: ["FM032 functions.f.retainKeyOrdering", "FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "a dead-letter topic without tries, read as if it were written",
    mesh: around({ deadLetterTopic: "dead" }, { sinks: { k: sink({ input: { topics: ["out", "dead"] } }) } }),
    want: ["FM010? sinks.k.input.topics[1]", "FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "more instances than partitions that are read in order",
    mesh: around({ retainOrdering: true, replicas: 3 }, { topics: { in: { partitions: 2 } } }),
    want: ["FM034? functions.f.replicas"],
  },
  {
    name: "a member that stands still where unread messages are dropped",
    mesh: around(
      { paused: true },
      { tenants: { public: {} }, namespaces: { "public/default": { messageTtlSeconds: 1 } } },
    ),
    want: ['FM035? namespaces["public/default"].messageTtlSeconds'],
  },
  {
    name: "an edge whose ends mean different types",
    mesh: around({}, { sinks: { k: sink({ input: { customSchemaSources: { out: "json" } } }) } }),
    want: ["FM040 functions.f.output.topic"],
  },
  {
    name: "scaling with bounds upside down",
    mesh: around({ autoscaling: { minReplicas: 3, maxReplicas: 2 } }),
    want: ["FM050 functions.f.autoscaling.maxReplicas"],
  },
  {
    name: "a window that slides further than it is long",
    mesh: around({ windowConfig: { windowLengthCount: 2, slidingIntervalCount: 3 } }),
    want: ["FM051 functions.f.windowConfig.slidingIntervalCount"],
  },
  {
    name: "a window of a function in Python",
    mesh: aroundPython({ windowConfig: { windowLengthCount: 2, windowLengthDurationMs: 3 } }),
    want: ["FM051 functions.f.windowConfig"],
  },
  {
    name: "a batch source that nothing triggers",
    mesh: around({}, { sources: { s: source({ batchSourceConfig: { discoveryTriggererClassName: "" } }) } }),
    want: ["FM052 sources.s.batchSourceConfig.discoveryTriggererClassName"],
  },
  {
    name: "a token over plain text that members get as well",
    mesh: withPulsar({
      adminUrl: "http://pulsar.example.org:8080",
      serviceUrl: "pulsar://pulsar.example.org:6650",
      auth: { token: "t" },
    }),
    want: ["FM060? pulsar.east.adminUrl", "FM060? pulsar.east.serviceUrl", "FM061? pulsar.east.instanceAuth"],
  },
  {
    name: "one volume twice",
    mesh: around({
      pod: {
        volumes: [
          { name: "v", emptyDir: {} },
          { name: "v", emptyDir: {} },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.volumes[1].name"],
  },
  {
    name: "everything at once",
    mesh: eastAndWest({
      sources: { s: source({ name: "k", output: { topic: "a//b" } }) },
      functions: {
        a: javaFunction({ cluster: "north", input: { topics: ["1"] }, output: { topic: "2" } }),
        b: javaFunction({
          input: { topics: ["2"], topicPattern: "x(" },
          output: { topic: "1" },
          ...once,
          retainKeyOrdering: true,
        }),
        c: javaFunction({
          input: { topics: ["3"] },
          output: { topic: "3" },
          autoscaling: { minReplicas: 3, maxReplicas: 2 },
        }),
      },
      sinks: { k: sink({ input: { topics: ["4"] }, ...once, placement: [{ cluster: "east" }, { cluster: "west" }] }) },
      validation: { strict: true },
    }),
    want: [
      "FM001 sinks.k",
      "FM002 functions.a.cluster",
      "FM003 sources.s.output.topic",
      "FM010 sinks.k.input.topics[0]",
      "FM013 functions.c.output.topic",
      "FM014 functions.b.input.topicPattern",
      "FM022 sinks.k.placement",
      "FM031 functions.b.processingGuarantee",
      "FM050 functions.c.autoscaling.maxReplicas",
    ],
  },
];
