import { around, testRule } from "./broken-meshes";

const ordered = (replicas: number, partitions?: number) =>
  around({ replicas, retainOrdering: true }, partitions === undefined ? {} : { topics: { in: { partitions } } });

testRule("FM034", [
  {
    name: "more instances than partitions",
    spec: ordered(5, 4),
    want: ["FM034? functions.f.replicas"],
    wantInManifests: [],
  },
  {
    name: "more instances in two places together",
    spec: around(
      { replicas: 4, retainOrdering: true, placement: [{ cluster: "east" }, { cluster: "west" }] },
      {
        topics: { in: { partitions: 4 } },
        defaults: { cluster: "east" },
        kubernetes: { east: {}, west: { pulsar: "east" } },
      },
    ),
    want: ["FM034? functions.f.replicas"],
  },
  {
    name: "as many, and a place that stands by",
    spec: around(
      { replicas: 4, retainOrdering: true, placement: [{ cluster: "east" }, { cluster: "west", standby: true }] },
      {
        topics: { in: { partitions: 4 } },
        defaults: { cluster: "east" },
        kubernetes: { east: {}, west: { pulsar: "east" } },
      },
    ),
    want: [],
  },
  { name: "as many", spec: ordered(4, 4), want: [] },
  { name: "two on a topic without partitions", spec: ordered(2), want: ["FM034? functions.f.replicas"] },
  { name: "without order", spec: around({ replicas: 5 }), want: [] },
  {
    name: "more instances at most than partitions",
    spec: around({ autoscaling: { maxReplicas: 3 }, retainOrdering: true }, { topics: { in: { partitions: 2 } } }),
    want: ["FM034? functions.f.autoscaling.maxReplicas"],
  },
  {
    name: "partitions of somebody else's topic",
    spec: around({ replicas: 2, retainOrdering: true }, { topics: { in: { external: true } } }),
    want: [],
  },
]);
