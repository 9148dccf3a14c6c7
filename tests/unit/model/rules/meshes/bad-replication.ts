import { sink, source } from "../../../sample-mesh";
import { eastAndWest, type MeshRow } from "./mesh-row";

const crossing = { sources: { s: source() }, sinks: { k: sink({ cluster: "west", input: { topics: ["in"] } }) } };

/** FM020 and FM021. */
export const badReplication: readonly MeshRow[] = [
  {
    name: "an edge between clusters in a namespace of which nothing is said",
    mesh: eastAndWest(crossing),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "an edge between clusters by a partition",
    mesh: eastAndWest({
      sources: { s: source() },
      sinks: { k: sink({ cluster: "west", input: { topics: ["in-partition-0"] } }) },
      topics: { "in-partition-0": { external: true } },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a tenant that does not allow what its namespace is replicated to",
    mesh: eastAndWest({
      ...crossing,
      tenants: { public: { allowedClusters: ["east"] } },
      namespaces: { "public/default": { replicationClusters: ["east", "west"] } },
    }),
    want: ["FM021 tenants.public.allowedClusters"],
  },
];
