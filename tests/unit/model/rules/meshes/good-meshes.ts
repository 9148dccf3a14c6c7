import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, secret, unknown } from "../broken-meshes";
import type { MeshRow } from "./mesh-row";

const strict = { validation: { strict: true } };
const clusters = sampleMesh();
const f = javaFunction();

/** Meshes of one Pulsar cluster in which nothing is wrong. */
export const goodMeshes: readonly MeshRow[] = [
  { name: "no members", mesh: sampleMesh(), want: [] },
  { name: "a source, a function and a sink in a row, strictly", mesh: around({}, strict), want: [] },
  {
    name: "inputs of every form that a member writes, strictly",
    mesh: around(
      {
        input: {
          customSerdeSources: { in: "com.acme.Serde" },
          sourceSpecs: { "persistent://public/default/log": { receiverQueueSize: 10 } },
        },
      },
      { sources: { s: source({ logTopic: "log" }) }, ...strict },
    ),
    want: [],
  },
  {
    name: "a dead-letter topic, by its default name and by its own, that somebody reads, strictly",
    mesh: around(
      { maxMessageRetry: 2 },
      {
        sinks: {
          k: sink({ maxMessageRetry: 2, deadLetterTopic: "dead" }),
          failed: sink({ input: { topics: ["public-default-f-DLQ", "dead"] } }),
        },
        ...strict,
      },
    ),
    want: [],
  },
  {
    name: "dead letters where clients choose the topic, that somebody reads, strictly",
    mesh: around(
      { maxMessageRetry: 2, subscriptionName: "x" },
      { sinks: { k: sink(), failed: sink({ input: { topics: ["in-x-DLQ"] } }) }, ...strict },
    ),
    want: [],
  },
  {
    name: "log lines and late data that somebody reads, strictly",
    mesh: around(
      {
        logTopic: "log",
        windowConfig: {
          windowLengthCount: 2,
          timestampExtractorClassName: "com.acme.Time",
          lateDataTopic: "late",
        },
      },
      { sinks: { k: sink({ input: { topics: ["out", "log", "late"] } }) }, ...strict },
    ),
    want: [],
  },
  {
    name: "dead letters, log lines and late data that nobody reads, strictly",
    mesh: around({ logTopic: "log", maxMessageRetry: 2, deadLetterTopic: "dead" }, strict),
    want: [],
  },
  {
    name: "an output that a pattern finds, strictly",
    mesh: around({}, { sinks: { k: sink({ input: { topicPattern: "o.*" } }) }, ...strict }),
    want: [],
  },
  {
    name: "an output that a pattern may find which only Java reads, strictly",
    mesh: around({}, { sinks: { k: sink({ input: { topicPattern: "(?>o+)ut" } }) }, ...strict }),
    want: [],
  },
  {
    name: "a pattern for the topics of others",
    mesh: sampleMesh({
      sinks: { k: sink({ input: { topicPattern: "shop/web/.*" } }) },
      topics: { "shop/web/visits": { external: true } },
    }),
    want: [],
  },
  {
    name: "topics of others at both ends, strictly",
    mesh: sampleMesh({ functions: { f }, topics: { in: { external: true }, out: { external: true } }, ...strict }),
    want: [],
  },
  {
    name: "a declared and a terminal topic at the ends, strictly",
    mesh: sampleMesh({ functions: { f }, topics: { in: {}, out: { terminal: true } }, ...strict }),
    want: [],
  },
  {
    name: "members of two namespaces that meet by full names, strictly",
    mesh: around(
      {
        namespace: "other",
        input: { topics: ["public/default/in"] },
        output: { topic: "persistent://public/default/out" },
      },
      strict,
    ),
    want: [],
  },
  {
    name: "two members of one name in two namespaces and two tenants",
    mesh: sampleMesh({
      sources: { s: source() },
      sinks: {
        k: sink({ input: { topics: ["in"] } }),
        "k-other": sink({ name: "k", namespace: "other", input: { topics: ["public/default/in"] } }),
        "k-shop": sink({ name: "k", tenant: "shop", input: { topics: ["public/default/in"] } }),
      },
    }),
    want: [],
  },
  {
    name: "a topic with many writers and many readers",
    mesh: sampleMesh({
      sources: { s: source(), t: source() },
      functions: { f, g: pythonFunction() },
      sinks: { k: sink(), l: sink() },
    }),
    want: [],
  },
  {
    name: "a circle that is meant",
    mesh: sampleMesh({
      functions: { a: f, b: javaFunction({ input: { topics: ["out"] }, output: { topic: "in" } }) },
      validation: { allowCycles: true, strict: true },
    }),
    want: [],
  },
  {
    name: "two ways that part and meet again",
    mesh: sampleMesh({
      sources: { s: source() },
      functions: {
        a: javaFunction({ output: { topic: "a" } }),
        b: javaFunction({ output: { topic: "b" } }),
        c: javaFunction({ input: { topics: ["a", "b", "in"] } }),
      },
      sinks: { k: sink() },
    }),
    want: [],
  },
  {
    name: "two readers by one subscription that are alike, and patterns that share none",
    mesh: sampleMesh({
      sources: { s: source(), t: source({ output: { topic: "in-2" } }) },
      sinks: {
        k: sink({ subscriptionName: "x", input: { topics: ["in"] } }),
        l: sink({ subscriptionName: "x", input: { topics: ["in", "in-2"] } }),
        m: sink({ input: { topicPattern: "in.*" } }),
        n: sink({ input: { topicPattern: "in.*" } }),
      },
    }),
    want: [],
  },
  {
    name: "names of topics that are not known yet, strictly",
    mesh: sampleMesh({
      sources: { s: source({ output: { topic: unknown } }) },
      functions: { f: javaFunction({ input: { topics: [unknown] }, output: { topic: unknown }, logTopic: unknown }) },
      sinks: { k: sink({ input: { topics: [unknown] } }) },
      ...strict,
    }),
    want: [],
  },
  {
    name: "names of topics that are not known yet beside ones that are, strictly",
    mesh: around(
      { input: { topics: ["in", unknown] }, maxMessageRetry: 1, deadLetterTopic: unknown },
      { sinks: { k: sink({ input: { topics: ["out", "may-be-dead"] } }) }, ...strict },
    ),
    want: [],
  },
  {
    name: "a connector in place of topics, and one in place of an output",
    mesh: sampleMesh({
      functions: {
        f: javaFunction({ input: {}, source: { connector: "/kafka.nar" } }),
        g: {
          className: "com.acme.Out",
          java: { jar: "/out.jar" },
          input: { topics: ["out"] },
          sink: { connector: "/http.nar" },
        },
      },
    }),
    want: [],
  },
  {
    name: "an administrator's secret token over TLS, which members do not get",
    mesh: around(
      {},
      {
        pulsar: {
          east: {
            adminUrl: "https://pulsar.example.org:8443",
            serviceUrl: "pulsar+ssl://pulsar.example.org:6651",
            auth: { token: secret },
            instanceAuth: { token: secret },
          },
        },
      },
    ),
    want: [],
  },
  { name: "a function alone", mesh: { kind: "function", spec: { ...clusters, ...f } }, want: [] },
  { name: "a function alone, strictly", mesh: { kind: "function", spec: { ...clusters, ...strict, ...f } }, want: [] },
  {
    name: "a sink alone that reads by a pattern",
    mesh: { kind: "sink", spec: { ...clusters, ...sink({ input: { topicPattern: "shop/web/.*" } }) } },
    want: [],
  },
];
