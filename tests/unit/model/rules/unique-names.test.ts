import { javaFunction, sampleMesh, sink } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

testRule("FM001", [
  {
    name: "a key twice",
    spec: around({}, { sinks: { f: sink() } }),
    want: ["FM001 sinks.f"],
    wantInManifests: [],
  },
  { name: "a name twice", spec: around({ name: "S" }), want: ["FM001 functions.f.name"], wantInManifests: [] },
  {
    name: "two subscriptions of one name",
    spec: sampleMesh({
      topics: { "b-c": {}, c: {}, out: { terminal: true } },
      functions: { a: javaFunction({ input: { topics: ["b-c"] } }), "a-b": javaFunction({ input: { topics: ["c"] } }) },
    }),
    want: ["FM001 functions.a-b.input.topics[0]"],
  },
  {
    name: "a further place with the name of a member",
    spec: sampleMesh({
      kubernetes: { east: {}, west: { pulsar: "east" } },
      defaults: { cluster: "east" },
      topics: { in: {}, out: { terminal: true } },
      functions: {
        a: javaFunction({ placement: [{ cluster: "east" }, { cluster: "west" }] }),
        "a-west": javaFunction(),
      },
    }),
    want: ["FM001 functions.a"],
  },
]);
