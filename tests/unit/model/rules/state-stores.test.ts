import { around, aroundGo, testRule } from "./broken-meshes";

const serviceUrl = "bk://bookie:4181";

testRule("FM053", [
  { name: "state", spec: around({ statefulConfig: { pulsar: { serviceUrl } } }), want: [] },
  {
    name: "no URL",
    spec: around({ statefulConfig: { pulsar: { serviceUrl: "" } } }),
    want: ["FM053 functions.f.statefulConfig.pulsar.serviceUrl"],
    wantInManifests: ["FM053 functions.f.statefulConfig.pulsar.serviceUrl"],
  },
  {
    name: "no provider",
    spec: around({ statefulConfig: { pulsar: { serviceUrl, javaProvider: { className: "" } } } }),
    want: ["FM053 functions.f.statefulConfig.pulsar.javaProvider.className"],
  },
  {
    name: "state in Go",
    spec: aroundGo({ statefulConfig: { pulsar: { serviceUrl } } }),
    want: ["FM053 functions.f.statefulConfig"],
  },
]);
