import { sink } from "../../sample-mesh";
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
  {
    name: "by hand in Java, which acknowledges by itself",
    spec: around({ autoAck: false }),
    want: ["FM036 functions.f.autoAck"],
    wantInManifests: ["FM036? functions.f.autoAck"],
  },
  {
    name: "by hand in Java, as the guarantee says",
    spec: around({ autoAck: false, processingGuarantee: "manual" }),
    want: [],
  },
  {
    name: "by itself in Java, by hand as the guarantee says",
    spec: around({ autoAck: true, processingGuarantee: "manual" }),
    want: ["FM036? functions.f.autoAck"],
    wantInManifests: [],
  },
  {
    name: "by itself in a window, which acknowledges by itself",
    spec: around({ autoAck: true, windowConfig: { windowLengthCount: 3 } }),
    want: [],
  },
  {
    name: "by hand in a window, which acknowledges by itself",
    spec: around({ autoAck: false, windowConfig: { windowLengthCount: 3 } }),
    want: [],
  },
  {
    name: "by itself and by hand in a window, which FM051 tells",
    spec: around({ autoAck: true, processingGuarantee: "manual", windowConfig: { windowLengthCount: 3 } }),
    want: ["FM051? functions.f.processingGuarantee"],
  },
  {
    name: "by hand in a sink, whose connector acknowledges",
    spec: around({}, { sinks: { k: sink({ autoAck: false }) } }),
    want: ["FM036 sinks.k.autoAck"],
    wantInManifests: ["FM036? sinks.k.autoAck"],
  },
  {
    name: "by hand in a sink, as the guarantee says",
    spec: around({}, { sinks: { k: sink({ autoAck: false, processingGuarantee: "manual" }) } }),
    want: [],
  },
  { name: "by hand in Python", spec: aroundPython({ autoAck: false }), want: [], wantInManifests: [] },
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
