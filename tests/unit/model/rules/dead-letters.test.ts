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
    name: "fewer tries than none",
    spec: around({ maxMessageRetry: -1 }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033? functions.f.maxMessageRetry"],
  },
  {
    name: "fewer tries than none, before dead letters",
    spec: around({ deadLetterTopic: "dead", maxMessageRetry: -1 }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "half a try",
    spec: around({ deadLetterTopic: "dead", maxMessageRetry: 1.5 }),
    want: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "no number of tries in a window, which effectively_once is not for",
    spec: around({
      deadLetterTopic: "dead",
      processingGuarantee: "effectively_once",
      windowConfig: { windowLengthCount: 3 },
    }),
    want: ["FM033 functions.f.maxMessageRetry", "FM051 functions.f.processingGuarantee"],
    wantInManifests: ["FM033 functions.f.maxMessageRetry", "FM051? functions.f.processingGuarantee"],
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
