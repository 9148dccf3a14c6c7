import { around, member, testRule } from "./broken-meshes";

testRule("FM074", [
  { name: "negative replicas", spec: member({ replicas: -1 }), want: ["FM074 functions.f.replicas"] },
  {
    name: "half a partition",
    spec: around({}, { topics: { in: { partitions: 0.5 } } }),
    want: ["FM074 topics.in.partitions"],
  },
]);
