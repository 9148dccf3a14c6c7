import { sink } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

testRule("FM015", [
  {
    name: "no topic",
    spec: around({ input: { topics: [] } }),
    want: ["FM011? sources.s.output.topic", "FM015 functions.f.input"],
  },
  {
    name: "a sink without input",
    spec: around({}, { sinks: { k: sink({ input: {} }) } }),
    want: ["FM011? functions.f.output.topic", "FM015 sinks.k.input"],
  },
]);
