import { around, member, testRule, unknown } from "./broken-meshes";

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
    name: "a label of the defaults",
    spec: around({}, { defaults: { pod: { labels: { topic: "a/b" } } } }),
    want: ["FM070 defaults.pod.labels.topic"],
  },
  {
    name: "an annotation's key",
    spec: member({ pod: { annotations: { "a b": "x", "Acme.org/x": "y" } } }),
    want: ['FM070 functions.f.pod.annotations["a b"]'],
  },
  {
    name: "annotations too long",
    spec: member({ pod: { annotations: { a: "x".repeat(300_000) } } }),
    want: ["FM070 functions.f.pod.annotations"],
  },

  { name: "63 characters", spec: member({ pod: { labels: { ["k".repeat(63)]: "v".repeat(63) } } }), want: [] },
  {
    name: "64 characters",
    spec: member({ pod: { nodeSelector: { ["k".repeat(64)]: "v", k: "v".repeat(64) } } }),
    want: [`FM070 functions.f.pod.nodeSelector.${"k".repeat(64)}`, "FM070 functions.f.pod.nodeSelector.k"],
  },
  {
    name: "a domain in upper case, which an annotation may have",
    spec: member({ pod: { labels: { "Acme.org/x": "y" }, annotations: { "Acme.org/x": "y" } } }),
    want: ['FM070 functions.f.pod.labels["Acme.org/x"]'],
  },
  {
    name: "labels of the operator's and of ours",
    spec: member({ pod: { labels: { "compute.functionmesh.io/x": "y", "app.kubernetes.io/version": "1" } } }),
    want: ['FM070 functions.f.pod.labels["compute.functionmesh.io/x"]'],
  },
  { name: "an empty value", spec: member({ pod: { labels: { a: "" } } }), want: [] },
  { name: "a value not known yet", spec: member({ pod: { labels: { a: unknown } } }), want: [] },
]);
