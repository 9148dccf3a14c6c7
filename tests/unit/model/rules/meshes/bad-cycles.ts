import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, unknown } from "../broken-meshes";
import { eastAndWest, type MeshRow, replicated } from "./mesh-row";

const from = (input: string, output: string, parts: Parameters<typeof javaFunction>[0] = {}) =>
  javaFunction({ input: { topics: [input] }, output: { topic: output }, ...parts });
const external = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { external: true }]));
const lateData = { windowLengthCount: 2, timestampExtractorClassName: "com.acme.Time", lateDataTopic: "late" };

/** FM012 and FM013. */
export const badCycles: readonly MeshRow[] = [
  {
    name: "three in a circle",
    mesh: sampleMesh({ functions: { c: from("3", "1"), b: from("2", "3"), a: from("1", "2") } }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "two circles apart, of which each is told",
    mesh: sampleMesh({ functions: { a: from("1", "2"), b: from("2", "1"), c: from("3", "4"), d: from("4", "3") } }),
    want: ["FM012 functions.a.output.topic", "FM012 functions.c.output.topic"],
  },
  {
    name: "two circles through one member, of which each is told",
    mesh: sampleMesh({
      functions: {
        hub: javaFunction({ input: { topics: ["1", "2"] }, output: { topic: "all" } }),
        a: from("all", "1"),
        b: from("all", "2"),
      },
    }),
    want: ["FM012 functions.a.output.topic", "FM012 functions.b.output.topic"],
  },
  {
    name: "a circle by a partition",
    mesh: sampleMesh({
      functions: { a: from("1", "2"), b: from("2-partition-0", "1") },
      topics: external("2-partition-0"),
    }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a circle by a pattern",
    mesh: sampleMesh({
      functions: {
        a: from("1", "made-1"),
        b: javaFunction({ input: { topicPattern: "made-.*" }, output: { topic: "1" } }),
      },
    }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a circle by dead letters, which come back to be tried again",
    mesh: around(
      { maxMessageRetry: 3, deadLetterTopic: "dead" },
      { functions: { f: javaFunction({ maxMessageRetry: 3, deadLetterTopic: "dead" }), again: from("dead", "in") } },
    ),
    want: ["FM012 functions.again.output.topic"],
  },
  {
    name: "a circle by the dead-letter topic that clients choose",
    mesh: around(
      {},
      {
        functions: {
          f: javaFunction({ maxMessageRetry: 3, subscriptionName: "x" }),
          zagain: from("in-x-DLQ", "in"),
        },
      },
    ),
    want: ["FM012 functions.f.maxMessageRetry"],
  },
  {
    name: "a circle by log lines",
    mesh: around({ logTopic: "log" }, { functions: { f: javaFunction({ logTopic: "log" }), w: from("log", "in") } }),
    want: ["FM012 functions.f.logTopic"],
  },
  {
    name: "a circle by late data",
    mesh: around(
      {},
      {
        functions: {
          f: javaFunction({ windowConfig: lateData }),
          w: from("late", "in"),
        },
      },
    ),
    want: ["FM012 functions.f.windowConfig.lateDataTopic"],
  },
  {
    name: "a circle within one of two Pulsar clusters",
    mesh: eastAndWest({
      functions: {
        a: from("1", "2"),
        b: from("2", "1"),
        "a-west": from("a/b/1", "a/b/2", { cluster: "west" }),
        "b-west": from("a/b/2", "a/b/3", { cluster: "west" }),
      },
      topics: { "a/b/1": { external: true }, "a/b/3": { terminal: true } },
    }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a circle through two Pulsar clusters that are replicated to each other",
    mesh: replicated({ functions: { a: from("1", "2"), b: from("2", "1", { cluster: "west" }) } }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a circle of members that share a name",
    mesh: sampleMesh({
      functions: {
        a: from("public/default/1", "x/y/2"),
        b: from("x/y/2", "public/default/1", { name: "a", namespace: "y" }),
      },
    }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a circle beside topics of unknown names, which are no part of it",
    mesh: sampleMesh({
      functions: {
        a: javaFunction({ input: { topics: ["1", unknown] }, output: { topic: "2" } }),
        b: from("2", "1", { logTopic: unknown }),
      },
    }),
    want: ["FM012 functions.a.output.topic"],
  },
  {
    name: "a member that reads all it writes, by name",
    mesh: around({
      input: { topics: ["in", "out", "log", "dead", "late"] },
      logTopic: "log",
      maxMessageRetry: 2,
      deadLetterTopic: "dead",
      windowConfig: lateData,
    }),
    want: [
      "FM013 functions.f.output.topic",
      "FM013 functions.f.logTopic",
      "FM013 functions.f.deadLetterTopic",
      "FM013 functions.f.windowConfig.lateDataTopic",
    ],
  },
  {
    name: "a member that reads all it writes, by pattern",
    mesh: around({
      input: { topicPattern: "(in|out|log|late|.*-DLQ)" },
      logTopic: "log",
      maxMessageRetry: 2,
      windowConfig: lateData,
    }),
    want: [
      "FM013 functions.f.output.topic",
      "FM013 functions.f.logTopic",
      "FM013 functions.f.maxMessageRetry",
      "FM013 functions.f.windowConfig.lateDataTopic",
    ],
  },
  {
    name: "a pattern that finds the dead letters of its own subscription",
    mesh: around({ input: { topicPattern: "in.*" }, maxMessageRetry: 2, subscriptionName: "x" }),
    want: ["FM013 functions.f.maxMessageRetry"],
  },
  {
    name: "a sink that reads its own dead letters",
    mesh: around(
      {},
      { sinks: { k: sink({ input: { topics: ["out", "dead"] }, maxMessageRetry: 1, deadLetterTopic: "dead" }) } },
    ),
    want: ["FM013 sinks.k.deadLetterTopic"],
  },
  {
    name: "a member that feeds itself within a circle of others",
    mesh: sampleMesh({
      sources: { s: source({ output: { topic: "1" } }) },
      functions: {
        a: javaFunction({ input: { topics: ["1", "2"] }, output: { topic: "2" } }),
        b: from("2", "1"),
      },
      topics: external("3"),
    }),
    want: ["FM012 functions.a.output.topic", "FM013 functions.a.output.topic"],
  },
  {
    name: "a member that feeds itself, where circles are allowed",
    mesh: around({ output: { topic: "in" } }, { sinks: {}, validation: { allowCycles: true } }),
    want: ["FM013 functions.f.output.topic"],
  },
];
