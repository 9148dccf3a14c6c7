import type { MeshSpec } from "../../../../provider/model/mesh";
import { sampleMesh, sink, source } from "../../sample-mesh";
import { testRule, two, unknown } from "./broken-meshes";

const both = { replicationClusters: ["east", "west"] };

/** Written and read in the east, in a namespace of the mesh's. */
const reading = (parts: object, namespace: object = both, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east", tenant: "shop", namespace: "web" },
    tenants: { shop: {} },
    namespaces: { "shop/web": namespace },
    sources: { s: source({ output: { topic: "out" } }) },
    sinks: { k: sink({ replicateSubscriptionState: true, ...parts }) },
    ...more,
  });

testRule("FM026", [
  { name: "a topic of a replicated namespace", spec: reading({}), want: [] },
  { name: "a topic that crosses to its reader", spec: reading({ cluster: "west" }, {}), want: [] },
  {
    name: "a topic that is replicated by itself",
    spec: reading({}, {}, { topics: { out: both } }),
    want: [],
  },
  { name: "a topic of one cluster", spec: reading({}, {}), want: ["FM026 sinks.k.replicateSubscriptionState"] },
  { name: "the same where it is not asked for", spec: reading({ replicateSubscriptionState: false }, {}), want: [] },
  {
    name: "a namespace that is in one cluster",
    spec: reading({}, { replicationClusters: ["east"] }),
    want: ["FM026 sinks.k.replicateSubscriptionState"],
  },
  {
    name: "a namespace that is replicated out of the mesh",
    spec: reading({}, { replicationClusters: ["east", "south"] }),
    want: [],
  },
  {
    name: "a replicated topic beside another one",
    spec: reading({ input: { topics: ["out", "other"] } }, {}, { topics: { out: both, other: { external: true } } }),
    want: ["FM026? sinks.k.input.topics[1]"],
  },
  {
    name: "a topic that is kept in one cluster, of a replicated namespace",
    spec: reading({ input: { topics: ["here", "out"] } }, both, {
      topics: { here: { external: true, replicationClusters: ["east"] } },
    }),
    want: ["FM026? sinks.k.input.topics[0]"],
  },
  {
    name: "two replicated topics",
    spec: reading({ input: { topics: ["out", "other"] } }, both, { topics: { other: { external: true } } }),
    want: [],
  },
  { name: "a topic that another resource computes", spec: reading({ input: { topics: [unknown, "out"] } }), want: [] },
  {
    name: "a pattern",
    spec: reading({ input: { topics: ["out"], topicPattern: "persistent://shop/web/clicks-.*" } }, both, {
      topics: { "clicks-a": { external: true } },
    }),
    want: ["FM026 sinks.k.input.topicPattern"],
  },
  {
    name: "a topic that keeps nothing",
    spec: reading({ input: { topics: ["out", "non-persistent://shop/web/now"] } }, both, {
      topics: { "non-persistent://shop/web/now": { external: true } },
    }),
    want: ["FM003? sinks.k.input.topics[1]", "FM026 sinks.k.input.topics[1]"],
  },
]);
