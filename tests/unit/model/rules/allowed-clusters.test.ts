import type { MeshSpec } from "../../../../provider/model/mesh";
import { sampleMesh, sink, source } from "../../sample-mesh";
import { testRule, two, unknown } from "./broken-meshes";

/** Written in the east, read in the west. */
const crossing = (tenant: object, namespace: object, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east", tenant: "shop", namespace: "web" },
    tenants: { shop: tenant },
    namespaces: { "shop/web": namespace },
    sources: { s: source({ output: { topic: "out" } }) },
    sinks: { k: sink({ cluster: "west" }) },
    ...more,
  });
const both = ["east", "west"];
const path = "FM021 tenants.shop.allowedClusters";

testRule("FM021", [
  { name: "a tenant that says nothing", spec: crossing({}, {}), want: [] },
  { name: "a tenant that says both", spec: crossing({ allowedClusters: both }, {}), want: [] },
  { name: "a tenant that lacks what edges need", spec: crossing({ allowedClusters: ["east"] }, {}), want: [path] },
  {
    name: "a tenant that lacks what is stated",
    spec: crossing({ allowedClusters: both }, { replicationClusters: [...both, "south"] }),
    want: [path],
  },
  {
    name: "a tenant that lacks what a namespace allows",
    spec: crossing({ allowedClusters: both }, { replicationClusters: both, allowedClusters: [...both, "south"] }),
    want: [path],
  },
  {
    name: "a tenant that lacks what a topic says",
    spec: crossing({ allowedClusters: both }, {}, { topics: { out: { replicationClusters: [...both, "south"] } } }),
    want: [path],
  },
  {
    name: "a namespace that does not allow what edges need",
    spec: crossing({}, { allowedClusters: ["west"] }),
    want: ['FM021 namespaces["shop/web"].allowedClusters'],
  },
  {
    name: "a namespace that does not allow what it says itself",
    spec: crossing({}, { replicationClusters: both, allowedClusters: ["east"] }),
    want: ['FM021 namespaces["shop/web"].allowedClusters'],
  },
  {
    name: "a namespace that does not allow where it is",
    spec: crossing({}, { allowedClusters: ["west", "south"] }, { sinks: {}, topics: { out: { terminal: true } } }),
    want: ['FM021 namespaces["shop/web"].allowedClusters'],
  },
  {
    name: "a namespace that allows more than it needs",
    spec: crossing({}, { allowedClusters: [...both, "south"] }),
    want: [],
  },
  {
    name: "a namespace whose clusters are not known yet",
    spec: crossing({}, { allowedClusters: [unknown] }),
    want: ['FM027 namespaces["shop/web"].allowedClusters'],
  },
  {
    name: "clusters that are not known yet",
    spec: crossing({ allowedClusters: [unknown] }, {}),
    want: ["FM027 tenants.shop.allowedClusters"],
  },
  {
    name: "a tenant that lacks where its only namespace is",
    spec: crossing({ allowedClusters: ["east"] }, {}, { sources: {}, topics: { out: {} } }),
    want: [path],
  },
  {
    name: "a tenant that says a key in place of Pulsar's name",
    spec: crossing(
      { allowedClusters: ["east"] },
      {},
      {
        pulsar: { east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2", clusterName: "p-east" } },
        kubernetes: { east: {} },
        sinks: { k: sink() },
      },
    ),
    want: [path],
  },
  {
    name: "the only cluster of a mesh, whose name its broker knows",
    spec: crossing(
      { allowedClusters: ["pulsar"] },
      {},
      {
        pulsar: { east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" } },
        kubernetes: { east: {} },
        sinks: { k: sink() },
      },
    ),
    want: [],
  },
  {
    name: "namespaces of another tenant",
    spec: crossing(
      { allowedClusters: ["east"] },
      {},
      {
        sinks: { k: sink({ cluster: "west", tenant: "a", namespace: "b", input: { topics: ["c"] } }) },
        topics: { out: { terminal: true }, "a/b/c": {} },
      },
    ),
    want: [],
  },
  { name: "a tenant of others", spec: crossing({ external: true }, {}), want: [] },
]);
