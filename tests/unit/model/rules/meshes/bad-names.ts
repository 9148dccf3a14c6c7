import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, unknown } from "../broken-meshes";
import { replicated, type MeshRow } from "./mesh-row";

const f = javaFunction();

/** FM001 and FM003. */
export const badNames: readonly MeshRow[] = [
  {
    name: "one key for a source, a function and a sink",
    mesh: sampleMesh({ sources: { m: source() }, functions: { m: f }, sinks: { m: sink() } }),
    want: ["FM001 functions.m", "FM001 sinks.m"],
  },
  {
    name: "two members of one name in one namespace",
    mesh: around({ name: "k" }),
    want: ["FM001 sinks.k"],
  },
  {
    name: "names that Kubernetes takes for one",
    mesh: around({ name: "my_sink" }, { sinks: { "My-Sink": sink() } }),
    want: ["FM001 sinks.My-Sink"],
  },
  {
    name: "two members of one name that meet in one of two Pulsar clusters",
    mesh: replicated({
      functions: { f: javaFunction({ placement: [{ cluster: "east" }, { cluster: "west" }] }) },
      sinks: { k: sink({ name: "f", cluster: "west" }) },
      topics: { in: { external: true } },
    }),
    want: ["FM001 sinks.k.name"],
  },
  {
    name: "a member called by its key where another one has that name",
    mesh: around(
      {},
      {
        sinks: {
          k: sink({ name: "f", namespace: "x", input: { topics: ["public/default/out"] } }),
          a: sink({ name: "k" }),
        },
      },
    ),
    want: ["FM001 sinks.k.name"],
  },
  {
    name: "a further place that is called like a member",
    mesh: replicated({
      functions: { f: javaFunction({ placement: [{ cluster: "east" }, { cluster: "west" }] }) },
      sinks: { "f-west": sink() },
      topics: { in: { external: true } },
    }),
    want: ["FM001 functions.f"],
  },
  {
    name: "two inputs that give topics and subscriptions one name",
    mesh: around({ input: { topics: ["in", "a/b/c", "a-b-c"] } }, { topics: { "a/b/c": {}, "a-b-c": {} } }),
    want: ["FM001 topics.a-b-c"],
  },
  {
    name: "two members whose names give subscriptions one name",
    mesh: sampleMesh({
      sinks: { a: sink({ input: { topics: ["b-c"] } }), "a-b": sink({ input: { topics: ["t", "c"] } }) },
      topics: { "b-c": {}, c: {}, t: {} },
    }),
    want: ["FM001 sinks.a-b.input.topics[1]"],
  },
  {
    name: "two topics that give resources one name, of which no entry tells",
    mesh: around({ logTopic: "a-b-c" }, { sources: { s: source({ logTopic: "a/b/c" }), t: source() } }),
    want: ["FM001 functions.f.logTopic"],
  },
  {
    name: "an entry in short and in full for one topic",
    mesh: around({}, { topics: { in: {}, "persistent://public/default/in": { partitions: 2 } } }),
    want: ['FM001 topics["persistent://public/default/in"]'],
  },
  {
    name: "texts that are no topics, at everything that names one",
    mesh: around({
      input: { topics: ["in", "a/b"], sourceSpecs: { "kafka://a/b/c": {} } },
      output: { topic: "a//b" },
      logTopic: "..",
      maxMessageRetry: 2,
      deadLetterTopic: "x y",
    }),
    want: [
      "FM003 functions.f.input.topics[1]",
      'FM003 functions.f.input.sourceSpecs["kafka://a/b/c"]',
      "FM003 functions.f.output.topic",
      "FM003 functions.f.logTopic",
      "FM003 functions.f.deadLetterTopic",
      "FM010? sinks.k.input.topics[0]",
    ],
  },
  {
    name: "names of tenants and namespaces that Pulsar refuses",
    mesh: sampleMesh({
      defaults: { tenant: "a b" },
      tenants: { "a/b": {} },
      namespaces: { orders: {} },
      sinks: { k: sink({ namespace: "..", input: { topics: [unknown] } }) },
    }),
    want: ["FM003 sinks.k.namespace", "FM003 defaults.tenant", 'FM003 tenants["a/b"]', "FM003 namespaces.orders"],
  },
  {
    name: "what keeps no messages, at its reader, else at its writer",
    mesh: around(
      { output: { topic: "non-persistent://public/default/out" }, logTopic: "non-persistent://a/b/log" },
      {
        sinks: { k: sink({ input: { topics: ["non-persistent://public/default/out"] } }) },
      },
    ),
    want: ["FM003? functions.f.logTopic", "FM003? sinks.k.input.topics[0]"],
  },
];
