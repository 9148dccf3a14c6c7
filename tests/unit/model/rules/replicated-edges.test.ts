import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";
import { testRule, two, unknown } from "./broken-meshes";

const home = { cluster: "east", tenant: "shop", namespace: "web" };

/** Written in the east, read in the west. */
const crossing = (more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: home,
    tenants: { shop: {} },
    sources: { s: source({ output: { topic: "out" } }) },
    sinks: { k: sink({ cluster: "west" }) },
    ...more,
  });

const namespace = (entry: object, more: Partial<MeshSpec> = {}): MeshSpec =>
  crossing({ namespaces: { "shop/web": entry }, ...more });
const clusters = 'namespaces["shop/web"].replicationClusters';
const byPattern = { k: sink({ cluster: "west", input: { topicPattern: "o.*" } }) };
const everywhere = [{ cluster: "east" }, { cluster: "west" }];
const both = { replicationClusters: ["east", "west"] };

testRule("FM020", [
  { name: "a namespace of the mesh that says nothing", spec: namespace({}), want: [] },
  { name: "one that says both", spec: namespace(both), want: [] },
  { name: "one that lacks an end", spec: namespace({ replicationClusters: ["east"] }), want: [`FM020 ${clusters}`] },
  {
    name: "one that lacks both ends",
    spec: namespace({ replicationClusters: ["south"] }),
    want: [`FM020 ${clusters}`, `FM020 ${clusters}`],
  },
  {
    name: "one that is not known yet",
    spec: namespace({ replicationClusters: [unknown, "east"] }),
    want: [`FM027 ${clusters}`],
  },
  {
    name: "one of others that nothing is said of",
    spec: namespace({ external: true }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  { name: "one of others that is replicated", spec: namespace({ external: true, ...both }), want: [] },
  {
    name: "one of others that is replicated elsewhere",
    spec: namespace({ external: true, replicationClusters: ["east", "south"] }),
    want: [`FM020 ${clusters}`],
  },
  {
    name: "a namespace of the mesh that says nothing, and a topic that another resource computed",
    spec: namespace({}, { sources: { s: source({ output: { topic: "shop/web/out" } }) } }),
    computed: ["sources.s.output.topic", "sinks.k.input.topics[0]"],
    want: ["FM003 sinks.k.input.topics[0]", "FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "one that follows another edge in the same way",
    spec: namespace(
      {},
      {
        sources: {
          s: source({ output: { topic: "out" } }),
          t: source({ output: { topic: "shop/web/clicks" } }),
        },
        sinks: {
          k: sink({ cluster: "west" }),
          l: sink({ cluster: "west", input: { topics: ["shop/web/clicks"] } }),
        },
      },
    ),
    computed: ["sources.t.output.topic", "sinks.l.input.topics[0]"],
    want: [],
  },
  {
    name: "a computed writer beside one that writes the name out",
    spec: namespace(
      {},
      {
        sources: {
          r: source({ output: { topic: "shop/web/out" } }),
          s: source({ output: { topic: "out" } }),
        },
      },
    ),
    computed: ["sources.r.output.topic"],
    want: ["FM028? sources.r.output.topic"],
  },
  { name: "a namespace that is not stated", spec: crossing(), want: ["FM020 sinks.k.input.topics[0]"] },
  {
    name: "a topic that a pattern finds, in a namespace that is not stated",
    spec: crossing({ sinks: byPattern }),
    want: ["FM020 sinks.k.input.topicPattern"],
  },
  { name: "one in a namespace of the mesh that says nothing", spec: namespace({}, { sinks: byPattern }), want: [] },
  {
    name: "one in a namespace of the mesh that lacks an end",
    spec: namespace({ replicationClusters: ["east"] }, { sinks: byPattern }),
    want: [`FM020 ${clusters}`],
  },
  {
    name: "one that says itself where it is replicated to, and lacks an end",
    spec: namespace({}, { sinks: byPattern, topics: { out: { replicationClusters: ["west"] } } }),
    want: ["FM020 topics.out.replicationClusters"],
  },
  {
    name: "topics of others that a pattern may find",
    spec: crossing({ sources: {}, sinks: byPattern }),
    want: ["FM014? sinks.k.input.topicPattern"],
  },
  {
    name: "names of Pulsar's that are not the keys",
    spec: namespace(both, {
      pulsar: {
        east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2", clusterName: "p-east" },
        west: { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4", clusterName: "p-west" },
      },
    }),
    want: [`FM020 ${clusters}`, `FM020 ${clusters}`],
  },
  {
    name: "a reader that is in both",
    spec: crossing({ sinks: { k: sink({ placement: everywhere }) } }),
    want: ["FM020? sinks.k.input.topics[0]"],
  },
  {
    name: "a reader that only stands by at the writer's",
    spec: crossing({ sinks: { k: sink({ placement: [{ cluster: "west" }, { cluster: "east", standby: true }] }) } }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "both on standby in the west",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" }, placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }),
      },
      sinks: { k: sink({ placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }) },
    }),
    want: [],
  },
  {
    name: "a reader that stands by in the other cluster",
    spec: crossing({ sinks: { k: sink({ placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }) } }),
    want: [],
  },
  {
    name: "a reader in both, where the writer stands by in the other",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" }, placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }),
      },
      sinks: { k: sink({ placement: everywhere }) },
    }),
    want: [],
  },
  {
    name: "a reader in both by a pattern, in a namespace of the mesh's",
    spec: namespace({}, { sinks: { k: sink({ placement: everywhere, input: { topicPattern: "o.*" } }) } }),
    want: ["FM020? sinks.k.input.topicPattern"],
  },
  {
    name: "a reader in both of a namespace that is replicated",
    spec: namespace(both, { sinks: { k: sink({ placement: everywhere }) } }),
    want: [],
  },
  {
    name: "a reader in both of a topic of others, who may write it anywhere",
    spec: crossing({ sinks: { k: sink({ placement: everywhere }) }, topics: { out: { external: true } } }),
    want: [],
  },
  {
    name: "a topic that lives where it is read",
    spec: crossing({ sources: {}, topics: { out: { pulsarCluster: "west" } } }),
    want: [],
  },
  {
    name: "a topic that lives elsewhere",
    spec: crossing({ sources: {}, topics: { out: { pulsarCluster: "east" } } }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a topic of others that lives elsewhere",
    spec: crossing({ sources: {}, topics: { out: { pulsarCluster: "east", external: true } } }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a topic of others that is written from elsewhere",
    spec: crossing({ sinks: {}, topics: { out: { pulsarCluster: "west", external: true } } }),
    want: ["FM020 sources.s.output.topic"],
  },
  {
    name: "a topic that lives elsewhere and is replicated",
    spec: namespace(both, { sources: {}, topics: { out: { pulsarCluster: "east" } } }),
    want: [],
  },
  {
    name: "a topic that lives where its writer is, and is replicated for its reader",
    spec: namespace({}, { topics: { out: { pulsarCluster: "east" } } }),
    want: [],
  },
  {
    name: "the same where nothing replicates it, once",
    spec: crossing({ topics: { out: { pulsarCluster: "east" } } }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a topic that lives in one of two clusters where it is read",
    spec: crossing({
      sources: {},
      sinks: { k: sink({ placement: everywhere }) },
      topics: { out: { pulsarCluster: "east" } },
    }),
    want: ["FM020? sinks.k.input.topics[0]"],
  },
  {
    name: "dead letters under a name that clients choose",
    spec: crossing({
      functions: {
        f: javaFunction({
          input: { topics: ["out"] },
          output: { topic: "told" },
          subscriptionName: "mine",
          maxMessageRetry: 3,
        }),
      },
      sinks: { k: sink({ input: { topics: ["out-mine-DLQ"] }, cluster: "west" }) },
      topics: { told: { terminal: true } },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "the same of a topic that a pattern finds",
    spec: crossing({
      functions: {
        f: javaFunction({
          input: { topicPattern: "(out)" },
          output: { topic: "told" },
          subscriptionName: "mine",
          maxMessageRetry: 3,
        }),
      },
      sinks: { k: sink({ input: { topics: ["out-mine-DLQ"] }, cluster: "west" }) },
      topics: { told: { terminal: true } },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a topic that is used where its own list does not say",
    spec: crossing({
      tenants: {},
      sinks: {},
      topics: { out: { terminal: true, replicationClusters: ["west"] } },
    }),
    want: ["FM020 topics.out.replicationClusters"],
  },
  {
    name: "a topic with writers and readers on each side, of which each is to read what both write",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" } }),
        t: source({ output: { topic: "out" }, cluster: "west" }),
      },
      sinks: { k: sink(), l: sink({ cluster: "west" }) },
    }),
    want: ["FM020 sinks.k.input.topics[0]", "FM020 sinks.l.input.topics[0]"],
  },
  {
    name: "the same by patterns",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" } }),
        t: source({ output: { topic: "out" }, cluster: "west" }),
      },
      sinks: { l: sink({ input: { topicPattern: "o.*" } }), ...byPattern },
    }),
    want: ["FM020 sinks.k.input.topicPattern", "FM020 sinks.l.input.topicPattern"],
  },
  {
    name: "a writer whose side nobody reads, beside one whose side is read",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" } }),
        t: source({ output: { topic: "out" }, cluster: "west" }),
      },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "members that run on each side",
    spec: crossing({
      sources: {
        s: source({ output: { topic: "out" }, placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }),
      },
      functions: {
        f: javaFunction({
          input: { topics: ["out"] },
          output: { topic: "done" },
          placement: [{ cluster: "east" }, { cluster: "west" }],
        }),
      },
      sinks: { k: sink({ input: { topics: ["done"] }, placement: [{ cluster: "east" }, { cluster: "west" }] }) },
    }),
    want: [],
  },
  {
    name: "a place that is left behind",
    spec: crossing({
      kubernetes: { east: {}, west: { abandon: true } },
      sinks: { k: sink({ placement: [{ cluster: "east" }, { cluster: "west" }] }) },
    }),
    want: ["FM024? kubernetes.west.abandon"],
  },
  {
    name: "two Kubernetes clusters at one Pulsar cluster",
    spec: crossing({ kubernetes: { east: {}, west: { pulsar: "east" } } }),
    want: [],
  },
  {
    name: "a log topic that is read elsewhere",
    spec: crossing({
      sources: { s: source({ output: { topic: "out" } }) },
      functions: { f: javaFunction({ input: { topics: ["out"] }, output: { topic: "told" }, logTopic: "logs" }) },
      sinks: { k: sink({ input: { topics: ["logs"] }, cluster: "west" }) },
      topics: { told: { terminal: true } },
    }),
    want: ["FM020 sinks.k.input.topics[0]"],
  },
  {
    name: "a topic that says itself where it goes",
    spec: crossing({ topics: { out: both } }),
    want: [],
  },
  {
    name: "a topic that lacks an end",
    spec: namespace(both, { topics: { out: { replicationClusters: ["east"] } } }),
    want: ["FM020 topics.out.replicationClusters"],
  },
  {
    name: "the same by a longer spelling",
    spec: namespace(both, { topics: { "shop/web/out": { replicationClusters: ["east"] } } }),
    want: ['FM020 topics["shop/web/out"].replicationClusters'],
  },
  {
    name: "a namespace that is used where it is not replicated to",
    spec: sampleMesh({
      ...two,
      tenants: { shop: {} },
      namespaces: { "shop/web": { replicationClusters: ["west", "south"] } },
      topics: { "shop/web/out": { terminal: true } },
      sources: { s: source({ cluster: "east", output: { topic: "shop/web/out" } }) },
    }),
    want: [`FM020 ${clusters}`],
  },
]);
