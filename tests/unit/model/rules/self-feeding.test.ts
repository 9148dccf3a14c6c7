import { around, testRule } from "./broken-meshes";

testRule("FM013", [
  {
    name: "its own output",
    spec: around({ output: { topic: "in" } }, { topics: { out: {} } }),
    want: ["FM013 functions.f.output.topic"],
  },
  { name: "its own log topic", spec: around({ logTopic: "in" }), want: ["FM013 functions.f.logTopic"] },
]);
