import { around, member, testRule, unknown } from "./broken-meshes";

const sidecar = { name: "proxy", image: "proxy:1" };
const keys = {
  cryptoKeyReaderClassName: "com.acme.Keys",
  encryptionKeys: ["k"],
  cryptoSecrets: [{ secretName: "s", secretKey: "k", asVolume: "/keys" }],
};
const mountOf = (mountPath: string) => ({ name: "v", mountPath });
const mounting = (mount: object) =>
  member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/v", ...mount }] });

testRule("FM070", [
  {
    name: "a volume twice",
    spec: member({ pod: { volumes: [{ name: "v" }, { name: "v" }] } }),
    want: ["FM070 functions.f.pod.volumes[1].name"],
  },
  {
    name: "a mount without volume",
    spec: member({ volumeMounts: [{ name: "v", mountPath: "/v" }] }),
    want: ["FM070 functions.f.volumeMounts[0].name"],
  },
  {
    name: "a mount of the operator's own volume",
    spec: member({
      logTopic: "logs",
      logTopicAgent: "sidecar",
      pod: { sidecars: [{ ...sidecar, volumeMounts: [{ name: "filebeat-logs", mountPath: "/logs" }] }] },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].volumeMounts[0].name"],
    wantInManifests: [],
  },
  {
    name: "mounts over ours",
    spec: around({
      pod: { volumes: [{ name: "v" }] },
      java: { jar: "/pulsar/f.jar", log: { level: "debug" } },
      output: { topic: "out", producerConf: { cryptoConfig: keys } },
      volumeMounts: ["/etc/function-mesh/log", "/keys/", "/etc/function-mesh/code", "/etc"].map(mountOf),
    }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath", "FM070 functions.f.volumeMounts[1].mountPath"],
    wantInManifests: ["FM070 functions.f.volumeMounts[0].mountPath", "FM070 functions.f.volumeMounts[1].mountPath"],
  },
  {
    name: "a mount in place of the package",
    spec: around({
      pod: { volumes: [{ name: "v" }] },
      java: { jar: "/pulsar/f.jar", jarLocation: "https://a/f.jar" },
      volumeMounts: ["/pulsar/f.jar", "/pulsar/download"].map(mountOf),
    }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath"],
    wantInManifests: ["FM070? functions.f.volumeMounts[0].mountPath"],
  },
  {
    name: "a volume of one's own to write to",
    spec: member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/tmp" }] }),
    want: [],
  },
  {
    name: "a volume's name and sources",
    spec: member({ pod: { volumes: [{ name: "V", emptyDir: {}, hostPath: { path: "/x" } }] } }),
    want: ["FM070 functions.f.pod.volumes[0].name", "FM070 functions.f.pod.volumes[0]"],
  },
  {
    name: "a way out of a volume",
    spec: member({
      pod: { volumes: [{ name: "v" }] },
      volumeMounts: [{ name: "v", mountPath: "/v", subPath: "../x" }],
    }),
    want: ["FM070 functions.f.volumeMounts[0].subPath"],
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
    name: "a volume of ours",
    spec: member({ pod: { volumes: [{ name: "function-mesh-code" }] } }),
    want: ["FM070 functions.f.pod.volumes[0].name"],
  },
  {
    name: "a mount of no directory",
    spec: mounting({ mountPath: "" }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath"],
  },
  {
    name: "two mounts in one place",
    spec: member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: ["/v", "/v"].map(mountOf) }),
    want: ["FM070 functions.f.volumeMounts[1].mountPath"],
  },
  { name: "dots that leave nothing", spec: mounting({ subPath: "..a/b.." }), want: [] },
  { name: "an empty path beside an expression", spec: mounting({ subPath: "", subPathExpr: "$(A)" }), want: [] },
  {
    name: "a mount of a volume not known yet",
    spec: member({ pod: { volumes: [{ name: unknown }] }, volumeMounts: [mountOf("/v")] }),
    want: [],
  },
  {
    name: "a mount of an init container without volume",
    spec: member({ pod: { initContainers: [{ ...sidecar, volumeMounts: [mountOf("/v")] }] } }),
    want: ["FM070 functions.f.pod.initContainers[0].volumeMounts[0].name"],
  },
]);
