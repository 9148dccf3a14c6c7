import { javaFunction } from "../../sample-mesh";
import { around, testRule, unknown } from "./broken-meshes";

const reads = (topicPattern: string) => around({ input: { topics: ["in"], topicPattern } });

testRule("FM014", [
  {
    name: "a pattern that another resource computed and that matches nothing",
    spec: around({ input: { topics: ["in"], topicPattern: "a/b/nothing-.*" } }),
    computed: ["functions.f.input.topicPattern"],
    want: [],
  },
  {
    name: "no expression",
    spec: reads("persistent://public/default/in("),
    want: ["FM014 functions.f.input.topicPattern"],
    wantInManifests: ["FM014? functions.f.input.topicPattern"],
  },
  {
    name: "no expression among the specs",
    spec: around({ input: { topics: ["in"], sourceSpecs: { "x[": { isRegexPattern: true } } } }),
    want: ['FM014 functions.f.input.sourceSpecs["x["]'],
  },
  {
    name: "a pattern that matches nothing",
    spec: reads("persistent://public/default/clicks-.*"),
    want: ["FM014? functions.f.input.topicPattern"],
  },
  { name: "a pattern that matches a topic", spec: reads("persistent://public/default/i.*"), want: [] },
  { name: "a pattern not known yet", spec: reads(unknown), want: [] },
  {
    name: "a pattern over another member's topic",
    spec: around(
      { subscriptionName: "x", input: { topics: ["in"], topicPattern: "persistent://public/default/i.*" } },
      {
        functions: {
          f: javaFunction({ subscriptionName: "x", input: { topicPattern: "persistent://public/default/i.*" } }),
          g: javaFunction({ subscriptionName: "x" }),
        },
      },
    ),
    want: ["FM014? functions.f.input.topicPattern"],
  },
]);
