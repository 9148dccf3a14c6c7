import { javaFunction, source } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

const batch = (discoveryTriggererClassName: string, topic = "in") =>
  around(
    { input: { topics: [topic] } },
    { sources: { s: source({ output: { topic }, batchSourceConfig: { discoveryTriggererClassName } }) } },
  );

testRule("FM052", [
  { name: "a batch source", spec: batch("com.acme.Trigger"), want: [] },
  {
    name: "no trigger",
    spec: batch(""),
    want: ["FM052 sources.s.batchSourceConfig.discoveryTriggererClassName"],
    wantInManifests: ["FM052? sources.s.batchSourceConfig.discoveryTriggererClassName"],
  },
  {
    name: "a topic among its tasks",
    spec: batch("com.acme.Trigger", "s-intermediate"),
    want: ["FM052 sources.s.output.topic", "FM052 functions.f.input.topics[0]"],
  },
  {
    name: "log lines among its tasks",
    spec: { ...batch("com.acme.Trigger"), functions: { f: javaFunction({ logTopic: "s-intermediate" }) } },
    want: ["FM052 functions.f.logTopic"],
  },
  {
    name: "a pattern that finds its tasks",
    spec: {
      ...batch("com.acme.Trigger"),
      functions: { f: javaFunction({ input: { topics: ["in"], topicPattern: "(s-.*|in)" } }) },
    },
    want: ["FM052 functions.f.input.topicPattern"],
  },
]);
