import { around, member, testRule, unknown } from "./broken-meshes";

const sidecar = (securityContext: object) => ({ name: "tune", image: "tune:1", securityContext });
const root = sidecar({ runAsUser: 0 });

testRule("FM076", [
  {
    name: "a sidecar that is root, which the default forbids",
    spec: member({ pod: { sidecars: [root] } }),
    want: ["FM076 functions.f.pod.sidecars[0].securityContext.runAsUser"],
    // What the operator adds by default does not forbid it there.
    wantInManifests: [],
  },
  {
    name: "a container before that is root",
    spec: member({ pod: { initContainers: [root] } }),
    want: ["FM076 functions.f.pod.initContainers[0].securityContext.runAsUser"],
  },
  {
    name: "one that forbids itself what it asks for",
    spec: member({ pod: { sidecars: [sidecar({ runAsUser: 0, runAsNonRoot: true })] } }),
    want: ["FM076 functions.f.pod.sidecars[0].securityContext.runAsUser"],
    wantInManifests: ["FM076? functions.f.pod.sidecars[0].securityContext.runAsUser"],
  },
  {
    name: "one that says that it may",
    spec: member({ pod: { sidecars: [sidecar({ runAsUser: 0, runAsNonRoot: false })] } }),
    want: [],
  },
  { name: "one that says nothing", spec: member({ pod: { sidecars: [sidecar({})] } }), want: [] },
  {
    name: "a user that is not known yet",
    spec: member({ pod: { sidecars: [sidecar({ runAsUser: unknown })] } }),
    want: [],
  },
  {
    name: "a pod that allows it",
    spec: member({ pod: { securityContext: { fsGroup: 1 }, sidecars: [root] } }),
    want: [],
  },
  {
    name: "a pod that forbids it by the user's own words",
    spec: member({ pod: { securityContext: { runAsNonRoot: true }, sidecars: [root] } }),
    want: ["FM076 functions.f.pod.sidecars[0].securityContext.runAsUser"],
    wantInManifests: ["FM076? functions.f.pod.sidecars[0].securityContext.runAsUser"],
  },
  {
    name: "a pod that forbids what it is",
    spec: member({ pod: { securityContext: { runAsUser: 0, runAsNonRoot: true }, sidecars: [sidecar({})] } }),
    want: ["FM076 functions.f.pod.securityContext.runAsUser"],
    wantInManifests: ["FM076? functions.f.pod.securityContext.runAsUser"],
  },
  {
    name: "a sidecar that forbids what its pod is",
    spec: member({ pod: { securityContext: { runAsUser: 0 }, sidecars: [sidecar({ runAsNonRoot: true })] } }),
    want: ["FM076 functions.f.pod.sidecars[0].securityContext.runAsNonRoot"],
  },
  {
    name: "the defaults of all pods",
    spec: around({}, { defaults: { pod: { securityContext: { runAsUser: 0, runAsNonRoot: true } } } }),
    want: ["FM076 defaults.pod.securityContext.runAsUser"],
  },
]);
