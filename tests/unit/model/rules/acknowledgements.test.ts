import { around, aroundGo, aroundPython, testRule } from "./broken-meshes";

testRule("FM036", [
  {
    name: "by hand in Go",
    spec: aroundGo({ autoAck: false }),
    want: ["FM036 functions.f.autoAck"],
    wantInManifests: ["FM036? functions.f.autoAck"],
  },
  {
    name: "by hand in Go, as the guarantee says",
    spec: aroundGo({ autoAck: false, processingGuarantee: "manual" }),
    want: [],
  },
  { name: "by hand in Java", spec: around({ autoAck: false }), want: [], wantInManifests: [] },
  {
    name: "by hand and at most once in Java",
    spec: around({ autoAck: false, processingGuarantee: "atmost_once" }),
    want: ["FM036 functions.f.autoAck"],
  },
  {
    name: "by hand and at most once in Python",
    spec: aroundPython({ autoAck: false, processingGuarantee: "atmost_once" }),
    want: ["FM036 functions.f.autoAck"],
  },
  {
    name: "by itself and at most once in Go",
    spec: aroundGo({ autoAck: true, processingGuarantee: "atmost_once" }),
    want: [],
  },
]);
