import { around, testRule, unknown } from "./broken-meshes";

testRule("FM070", [
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

  ...["a".repeat(63), "0", "a-b", unknown].map((namespace) => ({
    name: `the namespace ${namespace}`,
    spec: around({}, { kubernetes: { east: { namespace } } }),
    want: [],
  })),
  ...["", "a".repeat(64), "a.b", "-a", "a-"].map((namespace) => ({
    name: `the namespace ${JSON.stringify(namespace)}`,
    spec: around({}, { kubernetes: { east: { namespace } } }),
    want: ["FM070 kubernetes.east.namespace"],
  })),
  { name: "a config that just fits", spec: around({ config: { text: "x".repeat(120_000) } }), want: [] },
  {
    name: "a config that only its quotes make large",
    spec: around({ config: { text: '"'.repeat(60_000) } }),
    want: ["FM070 functions.f.config"],
  },
]);
