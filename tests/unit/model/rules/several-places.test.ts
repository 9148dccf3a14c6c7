import { javaFunction, sampleMesh, source } from "../../sample-mesh";
import { testRule, two } from "./broken-meshes";

const both = [{ cluster: "east" }, { cluster: "west" }];
const one = [{ cluster: "east" }, { cluster: "west", standby: true }];
const topics = { in: { terminal: true }, out: { terminal: true } };
const mesh = (parts: object) => sampleMesh({ ...two, defaults: { cluster: "east" }, topics, ...parts });

testRule("FM022", [
  {
    name: "a source twice",
    spec: mesh({ sources: { s: source({ placement: both }) } }),
    want: ["FM022 sources.s.placement"],
  },
  {
    name: "a member that only stands by",
    spec: mesh({ functions: { f: javaFunction({ placement: [{ cluster: "east", standby: true }] }) } }),
    want: ["FM022? functions.f.placement"],
  },
  {
    name: "a member that only stands by, and is said to do nothing",
    spec: mesh({ functions: { f: javaFunction({ placement: [{ cluster: "east", standby: true }], paused: true }) } }),
    want: [],
  },
  { name: "a source on standby", spec: mesh({ sources: { s: source({ placement: one }) } }), want: [] },
  { name: "a function twice", spec: mesh({ functions: { f: javaFunction({ placement: both }) } }), want: [] },
  {
    name: "effectively-once twice",
    spec: mesh({ functions: { f: javaFunction({ placement: both, processingGuarantee: "effectively_once" }) } }),
    want: ["FM022 functions.f.placement"],
  },
  {
    name: "a function twice that reads from a connector",
    spec: mesh({ functions: { f: javaFunction({ placement: both, input: {}, source: { connector: "/file.nar" } }) } }),
    want: ["FM022 functions.f.placement"],
  },
]);
