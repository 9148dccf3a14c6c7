import { sink } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

const jar = (jarLocation: string) => around({ java: { jar: "/pulsar/f.jar", jarLocation } });

testRule("FM055", [
  { name: "a package", spec: jar("function://retail/orders/score@1.4"), want: [] },
  {
    name: "a file",
    spec: jar("file:///x.jar"),
    want: ["FM055 functions.f.java.jarLocation"],
    wantInManifests: ["FM055 functions.f.java.jarLocation"],
  },
  {
    name: "what only the operator takes",
    spec: jar("Function://retail/orders/score"),
    want: ["FM055 functions.f.java.jarLocation"],
    wantInManifests: ["FM055? functions.f.java.jarLocation"],
  },
  {
    name: "a connector",
    spec: around({}, { sinks: { k: sink({ connector: "sink://retail/orders" }) } }),
    want: ["FM055 sinks.k.connector"],
  },
  { name: "a connector's path", spec: around({}, { sinks: { k: sink({ connector: "/x.nar" }) } }), want: [] },
]);
