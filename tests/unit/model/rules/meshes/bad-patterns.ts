import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, unknown } from "../broken-meshes";
import { eastAndWest, type MeshRow } from "./mesh-row";

const clicks = { a: source({ output: { topic: "clicks-a" } }), b: source({ output: { topic: "clicks-b" } }) };
const reading = (topicPattern: string, parts: Parameters<typeof sink>[0] = {}) =>
  sink({ input: { topicPattern }, ...parts });
const shared = { subscriptionName: "shared" };

/** FM014. */
export const badPatterns: readonly MeshRow[] = [
  {
    name: "two texts that are no expressions, beside one that is",
    mesh: around(
      { input: { topics: ["in"], topicPattern: "a(", sourceSpecs: { "b[": { isRegexPattern: true } } } },
      {},
    ),
    want: ["FM014 functions.f.input.topicPattern", 'FM014 functions.f.input.sourceSpecs["b["]'],
  },
  {
    name: "a pattern that matches a topic of another namespace only",
    mesh: around({ input: { topics: ["in"], topicPattern: "x/y/i.*" } }, {}),
    want: ["FM014? functions.f.input.topicPattern"],
  },
  {
    name: "a pattern that matches only what keeps no messages",
    mesh: around(
      { input: { topics: ["in", "non-persistent://public/default/events"], topicPattern: "ev.*" } },
      { topics: { "non-persistent://public/default/events": {} } },
    ),
    want: ["FM003? functions.f.input.topics[1]", "FM014? functions.f.input.topicPattern"],
  },
  {
    name: "a pattern that takes messages from a reader by name",
    mesh: sampleMesh({
      sources: clicks,
      functions: {
        f: javaFunction({ ...shared, input: { topics: ["clicks-a", "clicks-b"] } }),
        g: javaFunction({ ...shared, input: { topicPattern: "clicks-.*" } }),
      },
      topics: { out: { terminal: true } },
    }),
    want: ["FM014? functions.g.input.topicPattern"],
  },
  {
    name: "two patterns that find one topic, of which the later is told",
    mesh: sampleMesh({
      sources: clicks,
      sinks: { k: reading("clicks-.*", shared), l: reading(".*-a", shared) },
    }),
    want: ["FM014? sinks.l.input.topicPattern"],
  },
  {
    name: "one pattern of two members that finds nothing yet",
    mesh: sampleMesh({ sinks: { k: reading("visits-.*", shared), l: reading("visits-.*", shared) } }),
    want: [
      "FM014? sinks.k.input.topicPattern",
      "FM014? sinks.l.input.topicPattern",
      "FM014? sinks.l.input.topicPattern",
    ],
  },
  {
    name: "no expression beside a topic of unknown name, which a pattern may match",
    mesh: sampleMesh({
      sources: { s: source({ output: { topic: unknown } }) },
      sinks: { k: reading("a("), l: reading("visits-.*") },
    }),
    want: ["FM014 sinks.k.input.topicPattern"],
  },
  {
    name: "a pattern that takes messages in one of two Pulsar clusters",
    mesh: eastAndWest({
      sinks: {
        k: sink({ ...shared, input: { topics: ["clicks-a"] } }),
        l: reading("clicks-.*", { ...shared, cluster: "west" }),
        m: reading("clicks-.*", shared),
      },
      topics: { "clicks-a": { external: true } },
    }),
    want: ["FM014? sinks.m.input.topicPattern"],
  },
];
