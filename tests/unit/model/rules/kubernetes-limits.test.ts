import { around, member, secret, testRule } from "./broken-meshes";

testRule("FM070", [
  {
    name: "a label of ours",
    spec: member({ pod: { labels: { "app.kubernetes.io/name": "x" } } }),
    want: ['FM070 functions.f.pod.labels["app.kubernetes.io/name"]'],
  },
  {
    name: "a label's value",
    spec: member({ pod: { labels: { topic: "persistent://a/b/c" } } }),
    want: ["FM070 functions.f.pod.labels.topic"],
  },
  {
    name: "a label's key",
    spec: member({ pod: { nodeSelector: { "a/b/c": "x" } } }),
    want: ['FM070 functions.f.pod.nodeSelector["a/b/c"]'],
  },
  {
    name: "a variable twice",
    spec: member({ pod: { env: [{ name: "A" }, { name: "A" }] } }),
    want: ["FM070 functions.f.pod.env[1].name"],
  },
  {
    name: "a variable of ours",
    spec: member({ pod: { env: [{ name: "FUNCTION_DETAILS" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  {
    name: "a secret's variable again",
    spec: member({ secrets: { pw: secret }, pod: { env: [{ name: "pw" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  { name: "a secret's name", spec: member({ secrets: { "p w": secret } }), want: ['FM070 functions.f.secrets["p w"]'] },
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
    name: "a mount over ours",
    spec: member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/tmp" }] }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath"],
  },
  {
    name: "a namespace's name",
    spec: around({}, { kubernetes: { east: { namespace: "A" } } }),
    want: ["FM070 kubernetes.east.namespace"],
  },
  {
    name: "a large config",
    spec: around({ config: { text: "x".repeat(200_000) } }),
    want: ["FM070 functions.f.config"],
  },
  {
    name: "a quantity",
    spec: member({ resources: { limits: { memory: "1GB" } } }),
    want: ["FM070 functions.f.resources.limits.memory"],
  },
  {
    name: "a request over its limit",
    spec: member({ resources: { requests: { cpu: "2" }, limits: { cpu: "1500m" } } }),
    want: ["FM070 functions.f.resources.requests.cpu"],
  },
]);
