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
    name: "a topic that lives where its namespace is not replicated to",
    mesh: eastAndWest({
      sinks: { k: sink({ input: { topics: ["in"] } }) },
      namespaces: { "public/default": { replicationClusters: ["east"] } },
      topics: { in: { external: true, pulsarCluster: "west" } },
    }),
    want: ['FM020 namespaces["public/default"].replicationClusters'],
  },
  {
    name: "a topic that is read where its namespace is not replicated to",
    mesh: eastAndWest({
      sinks: { k: sink({ input: { topics: ["in"] } }) },
      namespaces: { "public/default": { replicationClusters: ["west"] } },
      topics: { in: { pulsarCluster: "west" } },
    }),
    want: ['FM020 namespaces["public/default"].replicationClusters'],
  },
  {
    name: "a topic that lives where it is not replicated to, in a namespace that is",
    mesh: eastAndWest({
      sinks: { k: sink({ input: { topics: ["in"] } }) },
      tenants: { public: {} },
      namespaces: { "public/default": { replicationClusters: ["east", "west"] } },
      topics: { in: { pulsarCluster: "west", replicationClusters: ["east"] } },
    }),
    want: ["FM020 topics.in.replicationClusters"],
  },
  {
    name: "the same of others, of which the mesh states no list",
    mesh: eastAndWest({
      sinks: { k: sink({ input: { topics: ["persistent://shop/web/in"] } }) },
      namespaces: { "shop/web": { external: true } },
      topics: { "persistent://shop/web/in": { external: true, pulsarCluster: "west" } },
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
