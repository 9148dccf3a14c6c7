import { sink } from "../../sample-mesh";
import { around, unknown, testRule } from "./broken-meshes";

testRule("FM010", [
  {
    name: "an unwritten input",
    spec: around({ input: { topics: ["in", "ni"] } }),
    want: ["FM010? functions.f.input.topics[1]"],
  },
  {
    name: "an unwritten input, strictly",
    spec: around({ input: { topics: ["in", "ni"] } }, { validation: { strict: true } }),
    want: ["FM010 functions.f.input.topics[1]"],
  },
  { name: "a declared input", spec: around({ input: { topics: ["in", "ni"] } }, { topics: { ni: {} } }), want: [] },
  { name: "an input not known yet", spec: around({ input: { topics: [unknown] } }), want: [] },
  {
    name: "an unwritten input beside an output not known yet",
    spec: around({ input: { topics: ["in", "ni"] }, logTopic: unknown }),
    computed: ["functions.f.logTopic"],
    want: [],
  },
  {
    name: "an unwritten input beside an output that another resource computed",
    spec: around({ input: { topics: ["in", "ni"] }, logTopic: "persistent://public/default/log" }),
    computed: ["functions.f.logTopic"],
    want: ["FM010? functions.f.input.topics[1]"],
  },
  {
    name: "an input that another resource computed, and whoever writes its name out",
    spec: around(
      { input: { topics: ["in", "a/b/ni"] } },
      {
        sinks: { k: sink({ input: { topics: ["out", "a/b/ni"] } }) },
        topics: { "a/b/ni": { external: true } },
      },
    ),
    computed: ["functions.f.input.topics[1]"],
    want: [],
  },
  {
    name: "an input that another resource computed",
    spec: around({ input: { topics: ["in", "a/b/ni"] } }),
    computed: ["functions.f.input.topics[1]"],
    want: [],
  },
]);
