import { around, testRule } from "./broken-meshes";

const topic = { retention: { minutes: 10, size: "20Gi" }, partitions: 2 };

testRule("FM075", [
  {
    name: "settings of a topic of somebody else",
    spec: around({}, { topics: { in: { ...topic, external: true } } }),
    want: ["FM075 topics.in.retention"],
  },
  { name: "settings of a topic of the mesh", spec: around({}, { topics: { in: topic } }), want: [] },
]);
