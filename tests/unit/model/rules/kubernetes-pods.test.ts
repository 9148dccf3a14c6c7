import { around, member, testRule } from "./broken-meshes";

const claimIn = (mode: string) =>
  around({
    volumeClaimTemplates: [
      {
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce", mode], resources: { requests: { storage: "1Gi" } } },
      },
    ],
  });
const mounting = (mount: object) =>
  member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/v", ...mount }] });
const scaling = (rules: object) => member({ autoscaling: { maxReplicas: 3, behavior: { scaleDown: rules } } });
const atRules = "FM070 functions.f.autoscaling.behavior.scaleDown";
const port = (containerPort: number) => ({ name: "", containerPort });

testRule("FM070", [
  {
    name: "ports",
    spec: member({
      pod: {
        sidecars: [
          {
            name: "a",
            image: "a",
            ports: [
              { name: "p", containerPort: 1, protocol: "HTTP" },
              { name: "p", containerPort: 2, protocol: "UDP" },
            ],
          },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].ports[1].name", "FM070 functions.f.pod.sidecars[0].ports[0].protocol"],
  },
  {
    name: "a port with an empty name, which is none",
    spec: member({ pod: { sidecars: [{ name: "a", image: "a", ports: [1, 2].map(port) }] } }),
    want: [],
    wantInManifests: [],
  },
  {
    name: "secrets for pulling images that cannot be",
    spec: member({ pod: { imagePullSecrets: [{ name: "" }, { name: "My_Secret" }, { name: "mine" }] } }),
    want: [0, 1].map((index) => `FM070 functions.f.pod.imagePullSecrets[${index}].name`),
    wantInManifests: [0, 1].map((index) => `FM070? functions.f.pod.imagePullSecrets[${index}].name`),
  },
  {
    name: "a mount from the root of a node",
    spec: mounting({ subPath: "/x" }),
    want: ["FM070 functions.f.volumeMounts[0].subPath"],
  },
  {
    name: "a mount of two paths",
    spec: mounting({ subPath: "x", subPathExpr: "$(A)" }),
    want: ["FM070 functions.f.volumeMounts[0].subPathExpr"],
  },
  { name: "a mount of a path", spec: mounting({ subPath: "x" }), want: [] },
  {
    name: "an unknown way of access",
    spec: claimIn("ReadWriteTwice"),
    want: ["FM070 functions.f.volumeClaimTemplates[0].spec.accessModes[1]"],
  },
  { name: "ways of access", spec: claimIn("ReadWriteOncePod"), want: [] },
  {
    name: "thousandths of a byte",
    spec: member({ resources: { requests: { memory: "100m", cpu: "100m" } } }),
    want: ["FM070 functions.f.resources.requests.memory"],
    wantInManifests: ["FM070? functions.f.resources.requests.memory"],
  },
  { name: "no policy", spec: scaling({ policies: [] }), want: [`${atRules}.policies`] },
  { name: "an unknown choice", spec: scaling({ selectPolicy: "Any" }), want: [`${atRules}.selectPolicy`] },
  { name: "a choice", spec: scaling({ selectPolicy: "Disabled" }), want: [] },
]);
