import { around, testRule } from "./broken-meshes";

const topic = { retention: { minutes: 10, size: "20Gi" }, partitions: 2, replicationClusters: ["east", "south"] };

testRule("FM075", [
  {
    name: "settings of a topic of somebody else",
    spec: around({}, { topics: { in: { ...topic, external: true } } }),
    want: ["FM075 topics.in.retention"],
  },
  { name: "settings of a topic of the mesh", spec: around({}, { topics: { in: topic } }), want: [] },
  {
    name: "settings of a namespace of somebody else",
    spec: around(
      {},
      { namespaces: { "shop/web": { external: true, messageTtlSeconds: 1, replicationClusters: ["east"] } } },
    ),
    want: ['FM075 namespaces["shop/web"].messageTtlSeconds'],
  },
  {
    name: "settings of a tenant of somebody else",
    spec: around({}, { tenants: { shop: { external: true, allowedClusters: ["east"] } } }),
    want: ["FM075 tenants.shop.allowedClusters"],
  },
]);
