import type { MeshSpec } from "../../../../provider/model/mesh";
import { sink } from "../../sample-mesh";
import { around, secret, testRule, two, unknown } from "./broken-meshes";

const ends = { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" };
const here = { cluster: "east" };
const both = ["east", "west"];

/** A mesh with an owned namespace in the first of two clusters. */
const owned = (tenant: object, namespace: object) =>
  around({}, { ...two, defaults: here, tenants: { shop: tenant }, namespaces: { "shop/web": namespace } });

/** A mesh with two clusters, of which another resource names the second. */
const unnamed = (more: Partial<MeshSpec> = {}): MeshSpec =>
  around(
    {},
    {
      ...two,
      defaults: here,
      pulsar: { ...two.pulsar, west: { ...ends, adminUrl: "http://127.0.0.1:3", clusterName: unknown } },
      ...more,
    },
  );

testRule("FM027", [
  {
    name: "names that are written out",
    spec: owned({ allowedClusters: both }, { replicationClusters: both, allowedClusters: both }),
    want: [],
  },
  {
    name: "lists that another resource computes",
    spec: owned({ allowedClusters: unknown }, { replicationClusters: ["east", unknown], allowedClusters: [unknown] }),
    want: [
      "FM027 tenants.shop.allowedClusters",
      'FM027 namespaces["shop/web"].replicationClusters',
      'FM027 namespaces["shop/web"].allowedClusters',
    ],
  },
  {
    name: "a topic's list with a secret",
    spec: around({}, { topics: { in: { replicationClusters: ["east", secret] } } }),
    want: ["FM027 topics.in.replicationClusters"],
  },
  { name: "the name of one of several clusters, with nothing replicated", spec: unnamed(), want: [] },
  {
    name: "the name of one of several clusters that an edge crosses",
    spec: unnamed({
      tenants: { public: {} },
      namespaces: { "public/default": {} },
      sinks: { k: sink({ cluster: "west" }) },
    }),
    want: ["FM027 pulsar.west.clusterName"],
  },
  {
    name: "the name of one of several clusters, with a list",
    spec: unnamed({ tenants: { shop: { allowedClusters: both } } }),
    want: ["FM027 pulsar.west.clusterName"],
  },
  {
    name: "the name of the only cluster, with nothing replicated",
    spec: around({}, { pulsar: { east: { ...ends, clusterName: unknown } } }),
    want: [],
  },
  {
    name: "the same with a replicated topic",
    spec: around(
      {},
      { pulsar: { east: { ...ends, clusterName: unknown } }, topics: { in: { replicationClusters: both } } },
    ),
    want: ["FM027 pulsar.east.clusterName"],
  },
]);
