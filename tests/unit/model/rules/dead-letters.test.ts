import { around, testRule } from "./broken-meshes";

testRule("FM033", [
  {
    name: "no number of tries",
    spec: around({ deadLetterTopic: "dead" }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "no tries at all",
    spec: around({ deadLetterTopic: "dead", maxMessageRetry: 0 }),
    want: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "an ordered subscription",
    spec: around({ maxMessageRetry: 3, retainOrdering: true }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033? functions.f.maxMessageRetry"],
  },
  {
    name: "an order within keys",
    spec: around({ maxMessageRetry: 3, retainKeyOrdering: true }),
    want: ["FM033? functions.f.maxMessageRetry"],
  },
  { name: "dead letters", spec: around({ maxMessageRetry: 3, deadLetterTopic: "dead" }), want: [] },
]);
