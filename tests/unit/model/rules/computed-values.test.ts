import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";
import { around, member, testRule, unknown } from "./broken-meshes";

const full = (topic: string): string => `persistent://public/default/${topic}`;
const retried = { maxMessageRetry: 3 };
const numberUnknown = (more: object = {}): MeshSpec =>
  member({ maxMessageRetry: JSON.parse(JSON.stringify(unknown)), ...more } as object);

/** Two functions that read one topic. */
const pair = (first: object, second: object, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    sources: { s: source() },
    functions: { a: javaFunction(first), b: javaFunction(second) },
    sinks: { k: sink() },
    ...more,
  });
const shared = { subscriptionName: "shared" };
const clicks = { input: { topics: [full("clicks")] } };

testRule("FM028", [
  { name: "a number of tries that is written out", spec: member(retried as object), want: [] },
  {
    name: "a number of tries that is not known yet",
    spec: numberUnknown(),
    want: ["FM028 functions.f.maxMessageRetry"],
  },
  {
    name: "one that another resource computed",
    spec: member(retried as object),
    computed: ["functions.f.maxMessageRetry"],
    want: ["FM028 functions.f.maxMessageRetry"],
  },
  { name: "one beside a topic that is stated", spec: numberUnknown({ deadLetterTopic: "dead" }), want: [] },
  { name: "one beside a subscription of another name", spec: numberUnknown(shared), want: [] },
  {
    name: "an input that may be a pattern",
    spec: around({ input: { sourceSpecs: { in: { isRegexPattern: JSON.parse(JSON.stringify(unknown)) } } } }),
    want: ["FM028 functions.f.input.sourceSpecs.in.isRegexPattern"],
  },
  {
    name: "an input that is none, as another resource computed",
    spec: around({ input: { sourceSpecs: { in: { isRegexPattern: false } } } }),
    computed: ["functions.f.input.sourceSpecs.in.isRegexPattern"],
    want: ["FM028 functions.f.input.sourceSpecs.in.isRegexPattern"],
  },
  {
    name: "a computed pattern that finds topics of the mesh",
    spec: around({ input: { topicPattern: full("i.*") } }),
    computed: ["functions.f.input.topicPattern"],
    want: ["FM028 functions.f.input.topicPattern"],
  },
  {
    name: "a computed pattern that finds only what the member reads by name, or what others have",
    spec: around({ input: { topics: ["in"], topicPattern: full("i.*") } }),
    computed: ["functions.f.input.topicPattern"],
    want: [],
  },
  {
    name: "a computed pattern for topics of others",
    spec: around({ input: { topics: ["in"], topicPattern: "persistent://others/web/i.*" } }),
    computed: ["functions.f.input.topicPattern"],
    want: [],
  },
  {
    name: "a computed subscription that others have as well",
    spec: pair(shared, shared),
    computed: ["functions.a.subscriptionName", "functions.b.subscriptionName"],
    want: ["FM028 functions.b.subscriptionName"],
  },
  {
    name: "a computed subscription that somebody else writes out",
    spec: pair(shared, shared),
    computed: ["functions.a.subscriptionName"],
    want: ["FM028 functions.a.subscriptionName"],
  },
  {
    name: "computed subscriptions that differ, or are not known yet",
    spec: pair(shared, { subscriptionName: unknown }),
    computed: ["functions.a.subscriptionName", "functions.b.subscriptionName"],
    want: [],
  },
  {
    name: "a written subscription on a computed topic that somebody else reads by it",
    spec: pair({ ...clicks, ...shared }, { ...clicks, ...shared }),
    computed: ["functions.a.input.topics[0]", "functions.b.input.topics[0]"],
    want: ["FM011? sources.s.output.topic", "FM028 functions.b.input.topics[0]"],
  },
  {
    name: "subscriptions of their own on a computed topic",
    spec: pair(clicks, clicks, { sources: {} }),
    computed: ["functions.a.input.topics[0]", "functions.b.input.topics[0]"],
    want: [],
  },
  {
    name: "a topic that is read twice",
    spec: around({ input: { topics: ["in", full("in")] } }),
    computed: ["functions.f.input.topics[1]"],
    want: ["FM028 functions.f.input.topics[1]", "FM028? functions.f.input.topics[1]"],
  },
  {
    name: "a computed topic that is not persistent",
    spec: around({ input: { topics: ["in", "non-persistent://public/default/ticks"] } }),
    computed: ["functions.f.input.topics[1]"],
    want: ["FM003? functions.f.input.topics[1]", "FM028 functions.f.input.topics[1]"],
  },
  {
    name: "a computed topic that the mesh makes as well",
    spec: around({ output: { topic: full("out") } }),
    computed: ["functions.f.output.topic"],
    want: ["FM028? functions.f.output.topic"],
  },
  {
    name: "one that it calls external",
    spec: around({ output: { topic: full("out") } }, { topics: { out: { external: true } } }),
    computed: ["functions.f.output.topic"],
    want: [],
  },
]);
