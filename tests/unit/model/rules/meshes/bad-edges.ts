import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, unknown } from "../broken-meshes";
import { eastAndWest, type MeshRow, replicated } from "./mesh-row";

const strict = { validation: { strict: true } };
const lonely = javaFunction({ input: { topics: ["nowhere"] }, output: { topic: "unread" } });

/** FM010 and FM011. */
export const badEdges: readonly MeshRow[] = [
  {
    name: "an input nobody writes and an output nobody reads",
    mesh: sampleMesh({ functions: { f: lonely } }),
    want: ["FM010? functions.f.input.topics[0]", "FM011? functions.f.output.topic"],
  },
  {
    name: "the same where it is strict",
    mesh: sampleMesh({ functions: { f: lonely }, ...strict }),
    want: ["FM010 functions.f.input.topics[0]", "FM011 functions.f.output.topic"],
  },
  {
    name: "inputs of every form that nobody writes, of two readers",
    mesh: around(
      {
        input: {
          topics: ["in"],
          customSerdeSources: { a: "com.acme.Serde" },
          customSchemaSources: { b: "STRING" },
          sourceSpecs: { "t/n/c": {} },
        },
      },
      { sinks: { k: sink({ input: { topics: ["out", "a"] } }) }, ...strict },
    ),
    want: [
      "FM010 functions.f.input.customSerdeSources.a",
      "FM010 sinks.k.input.topics[1]",
      "FM010 functions.f.input.customSchemaSources.b",
      'FM010 functions.f.input.sourceSpecs["t/n/c"]',
    ],
  },
  {
    name: "short names that the members complete with different namespaces",
    mesh: around({ namespace: "other" }),
    want: [
      "FM010? functions.f.input.topics[0]",
      "FM010? sinks.k.input.topics[0]",
      "FM011? sources.s.output.topic",
      "FM011? functions.f.output.topic",
    ],
  },
  {
    name: "an output whose only reader has a connector in place of topics",
    mesh: sampleMesh({
      sources: { s: source() },
      functions: {
        f: javaFunction({ source: { connector: "/kafka.nar" }, input: { topics: ["in"], topicPattern: "i.*" } }),
      },
      sinks: { k: sink() },
      ...strict,
    }),
    want: ["FM011 sources.s.output.topic", "FM075 functions.f.input"],
  },
  {
    name: "an output that only a pattern of another namespace matches",
    mesh: around(
      {},
      { sinks: { k: sink({ input: { topicPattern: "a/b/.*" } }) }, topics: { "a/b/c": { external: true } } },
    ),
    want: ["FM011? functions.f.output.topic"],
  },
  {
    name: "an output that keeps no messages, which no pattern finds",
    mesh: around(
      { output: { topic: "non-persistent://public/default/out" } },
      { sinks: { k: sink({ input: { topicPattern: "(in|out)" } }) } },
    ),
    want: ["FM003? functions.f.output.topic", "FM011? functions.f.output.topic"],
  },
  {
    name: "a terminal output, of which nobody says that its writer's input is written",
    mesh: sampleMesh({ functions: { f: lonely }, topics: { unread: { terminal: true } }, ...strict }),
    want: ["FM010 functions.f.input.topics[0]"],
  },
  {
    name: "an output of unknown name, which may be what one input waits for and leaves the other rule as it is",
    mesh: sampleMesh({
      functions: { f: lonely, g: javaFunction({ input: { topics: ["in"] }, output: { topic: unknown } }) },
    }),
    want: ["FM011? functions.f.output.topic"],
  },
  {
    name: "an input of unknown name, which may be the reader of one output and leaves the other rule as it is",
    mesh: sampleMesh({ functions: { f: lonely }, sinks: { k: sink({ input: { topics: [unknown] } }) }, ...strict }),
    want: ["FM010 functions.f.input.topics[0]"],
  },
  {
    name: "an input that is written in another Pulsar cluster only, and one that nobody writes anywhere",
    mesh: replicated({
      sources: { s: source() },
      sinks: { k: sink({ cluster: "west", input: { topics: ["in", "ni"] } }) },
    }),
    want: ["FM010? sinks.k.input.topics[1]"],
  },
  {
    name: "an output that is read in no Pulsar cluster, beside one of the same name elsewhere",
    mesh: eastAndWest({
      sources: { s: source({ output: { topic: "a" } }), t: source({ cluster: "west", output: { topic: "a" } }) },
    }),
    want: ["FM011? sources.s.output.topic", "FM011? sources.t.output.topic"],
  },
];
