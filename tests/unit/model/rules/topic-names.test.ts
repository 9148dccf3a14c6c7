import { around, testRule } from "./broken-meshes";

testRule("FM003", [
  {
    name: "a malformed input",
    spec: around({ input: { topics: ["in", "a/b"] } }),
    want: ["FM003 functions.f.input.topics[1]"],
  },
  { name: "a malformed topic key", spec: around({}, { topics: { "a/b": {} } }), want: ['FM003 topics["a/b"]'] },
  {
    name: "a malformed namespace",
    spec: around({}, { namespaces: { orders: {} } }),
    want: ["FM003 namespaces.orders"],
  },
  {
    name: "a malformed tenant",
    spec: around({ tenant: "a b" }),
    want: ["FM003 functions.f.tenant"].concat("FM010? sinks.k.input.topics[0]", "FM011? sources.s.output.topic"),
  },
  {
    name: "a partition",
    spec: around({ input: { topics: ["in", "in-partition-0"] } }),
    want: ["FM003 functions.f.input.topics[1]", "FM010? functions.f.input.topics[1]"],
  },
  {
    name: "a topic that is not persistent",
    spec: around({ input: { topics: ["in", "non-persistent://a/b/c"] } }, { topics: { "non-persistent://a/b/c": {} } }),
    want: ["FM003? functions.f.input.topics[1]"],
  },
  {
    name: "a name that Pulsar takes",
    spec: around({ logTopic: "persistent://a/b/c/d" }),
    want: ["FM003 functions.f.logTopic"],
    wantInManifests: ["FM003? functions.f.logTopic"],
  },
  {
    name: "names that nobody takes",
    spec: around({ maxMessageRetry: 1, deadLetterTopic: "kafka://a/b/c", logTopic: "a/b" }),
    want: ["FM003 functions.f.logTopic", "FM003 functions.f.deadLetterTopic"],
    wantInManifests: ["FM003 functions.f.logTopic", "FM003 functions.f.deadLetterTopic"],
  },
  {
    name: "a pattern of no namespace",
    spec: around({ input: { topics: ["in"], topicPattern: "a/.*" } }),
    want: ["FM003 functions.f.input.topicPattern"],
    wantInManifests: ["FM003 functions.f.input.topicPattern"],
  },
]);
