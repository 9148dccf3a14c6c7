import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, two } from "../broken-meshes";
import { eastAndWest, type MeshRow, replicated } from "./mesh-row";

const both = [{ cluster: "east" }, { cluster: "west" }];
const crossing = {
  sources: { s: source({ output: { topic: "out" } }) },
  sinks: { k: sink({ cluster: "west" }) },
};
const west = { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4" };
const withWest = (parts: object) => ({ ...two.pulsar, west: { ...west, ...parts } }) as NonNullable<typeof two.pulsar>;

/** The same where the fault is in what decides about places, clusters and inputs, on which other rules build. */
export const badPlacesOnce: readonly MeshRow[] = [
  {
    name: "a URL of another protocol, of a cluster that messages are replicated to",
    mesh: replicated({
      ...crossing,
      pulsar: withWest({ adminUrl: "https://127.0.0.1:3", serviceUrl: "http://127.0.0.1:4" }),
    }),
    want: ["FM060 pulsar.west.serviceUrl"],
  },
  {
    name: "no URL for members, of a cluster that messages are replicated to",
    mesh: replicated({ ...crossing, pulsar: withWest({ serviceUrl: undefined }) }),
    want: ["FM002 pulsar.west.serviceUrl"],
  },
  {
    name: "a place that there is not, of a writer whose readers run in two clusters",
    mesh: eastAndWest({
      functions: { f: javaFunction({ placement: [{ cluster: "eest" }, { cluster: "west" }] }) },
      sinks: { k: sink({ placement: both }) },
      topics: { in: { external: true } },
    }),
    want: ["FM002 functions.f.placement[0].cluster"],
  },
  {
    name: "a place that there is not, of a reader whose writers run in two clusters",
    mesh: eastAndWest({
      functions: { f: javaFunction({ placement: both }) },
      sinks: { k: sink({ placement: [{ cluster: "eest" }, { cluster: "west" }] }) },
      topics: { in: { external: true } },
    }),
    want: ["FM002 sinks.k.placement[0].cluster"],
  },
  {
    name: "no default, and what the members would have used",
    mesh: eastAndWest({
      defaults: { tenant: "retail" },
      tenants: { retail: {} },
      namespaces: { "retail/default": {} },
      sources: { s: source({ output: { topic: "out" } }) },
      topics: { out: { terminal: true } },
    }),
    want: ["FM002 sources.s.cluster"],
  },
  {
    name: "a name of a cluster that is none, which others name rightly",
    mesh: eastAndWest({
      ...crossing,
      pulsar: withWest({ clusterName: "west x" }),
      namespaces: { "public/default": { external: true, replicationClusters: ["east", "west"] } },
    }),
    want: ["FM003 pulsar.west.clusterName"],
  },
  {
    name: "a subscription to be replicated, of an edge that is not",
    mesh: eastAndWest({ ...crossing, sinks: { k: sink({ cluster: "west", replicateSubscriptionState: true }) } }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "an input that is no name, of a topic that lives where it is read",
    mesh: eastAndWest({
      defaults: {},
      sinks: { k: sink({ cluster: "west", input: { topics: ["out/"] } }) },
      topics: { out: { external: true } },
    }),
    want: ["FM003 sinks.k.input.topics[0]"],
  },
  {
    name: "an input that is no name, effectively-once in Python",
    mesh: around(
      {},
      {
        functions: {
          f: pythonFunction({ input: { topics: ["in/"] }, processingGuarantee: "effectively_once" }),
        },
        topics: { in: { terminal: true }, out: { deduplication: true } },
      },
    ),
    want: ["FM003 functions.f.input.topics[0]"],
  },
  {
    name: "no input, effectively-once in Python",
    mesh: around(
      {},
      {
        functions: { f: pythonFunction({ input: {}, processingGuarantee: "effectively_once" }) },
        topics: { in: { terminal: true }, out: { deduplication: true } },
      },
    ),
    want: ["FM015 functions.f.input"],
  },
  {
    name: "an output that is no name, effectively-once in Python",
    mesh: around(
      {},
      {
        functions: { f: pythonFunction({ output: { topic: "out/" }, processingGuarantee: "effectively_once" }) },
      },
    ),
    want: ["FM003 functions.f.output.topic"],
  },
  {
    name: "an input that is no name, scaled by its backlog",
    mesh: around(
      { input: { topics: ["in/"] }, autoscaling: { minReplicas: 1, maxReplicas: 3, backlog: {} } },
      { topics: { in: { terminal: true } } },
    ),
    want: ["FM003 functions.f.input.topics[0]"],
  },
  {
    name: "an input that is no name, read in order by several instances",
    mesh: around(
      { input: { topics: ["i n"] }, retainOrdering: true, replicas: 3 },
      { topics: { in: { partitions: 3, terminal: true } } },
    ),
    want: ["FM003 functions.f.input.topics[0]"],
  },
  {
    name: "a partition that others have, and nobody says so",
    mesh: sampleMesh({
      sinks: { k: sink({ input: { topics: ["out-partition-0"] } }) },
      topics: { "out-partition-0": {} },
    }),
    want: ["FM003 topics.out-partition-0"],
  },
  {
    name: "no Pulsar cluster, and an output that nobody has to read",
    mesh: sampleMesh({ pulsar: {}, sources: { s: source() }, topics: { in: { terminal: true } } }),
    want: ["FM002 pulsar"],
  },
];
