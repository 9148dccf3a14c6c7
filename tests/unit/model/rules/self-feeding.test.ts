import { around, testRule } from "./broken-meshes";

testRule("FM013", [
  {
    name: "its own output",
    spec: around({ output: { topic: "in" } }, { topics: { out: {} } }),
    want: ["FM013 functions.f.output.topic"],
    wantInManifests: ["FM013 functions.f.output.topic"],
  },
  {
    name: "its own output, named in full",
    spec: around({ output: { topic: "persistent://public/default/in" } }, { topics: { out: {} } }),
    want: ["FM013 functions.f.output.topic"],
    wantInManifests: ["FM013? functions.f.output.topic"],
  },
  {
    name: "the topic of a partition that it reads",
    spec: around(
      { input: { topics: ["in", "out-partition-3"] } },
      { topics: { out: { partitions: 5 }, "out-partition-3": { external: true } } },
    ),
    want: ["FM013 functions.f.output.topic"],
  },
  {
    name: "another partition than the one that it reads",
    spec: around(
      { input: { topics: ["in", "out-partition-3"] }, output: { topic: "out-partition-4" } },
      { topics: { out: {}, "out-partition-3": { external: true }, "out-partition-4": { external: true } } },
    ),
    want: [],
  },
  { name: "its own log topic", spec: around({ logTopic: "in" }), want: ["FM013 functions.f.logTopic"] },
  {
    name: "its own dead-letter topic",
    spec: around({ maxMessageRetry: 3, deadLetterTopic: "in" }),
    want: ["FM013 functions.f.deadLetterTopic"],
    wantInManifests: ["FM013? functions.f.deadLetterTopic"],
  },
  {
    name: "the dead-letter topic that it has by default",
    spec: around({ input: { topics: ["in", "public-default-f-DLQ"] }, maxMessageRetry: 3 }),
    want: ["FM013 functions.f.maxMessageRetry"],
    wantInManifests: ["FM013? functions.f.maxMessageRetry"],
  },
  {
    name: "its own output, by pattern",
    spec: around({ input: { topics: ["in"], topicPattern: "persistent://public/default/o.*" } }),
    want: ["FM013 functions.f.output.topic"],
  },
]);
