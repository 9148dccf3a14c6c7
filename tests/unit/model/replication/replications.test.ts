import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";
import { two, unknown } from "../rules/broken-meshes";

/** Written in the east, read in the west, in a namespace of the mesh's. */
const crossing = (more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east", tenant: "shop", namespace: "web" },
    tenants: { shop: {} },
    namespaces: { "shop/web": {} },
    sources: { s: source({ output: { topic: "out" } }) },
    sinks: { k: sink({ cluster: "west" }) },
    ...more,
  });

const planOf = (spec: MeshSpec) => planMesh("mesh", spec).plan;
const both = ["east", "west"];

describe("replications", () => {
  const plan = planOf(crossing());

  it("of a namespace follow from its edges, in every cluster that they touch", () => {
    assert.deepEqual(
      plan.namespaces.map(({ pulsarCluster, spec }) => [pulsarCluster, spec.replicationClusters]),
      both.map((key) => [key, both]),
    );
  });

  it("leave clusters that were there where they follow from edges, and not where they are stated", () => {
    const kept = (spec: MeshSpec) => {
      const { tenants, namespaces } = planOf(spec);
      return [...tenants, ...namespaces].map(({ keepsFoundClusters }) => keepsFoundClusters);
    };
    assert.deepEqual(kept(crossing()), [true, true, true, true]);
    const stated = {
      tenants: { shop: { allowedClusters: both } },
      namespaces: { "shop/web": { replicationClusters: both } },
    };
    assert.deepEqual(kept(crossing(stated)), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(
      kept(
        crossing({
          kubernetes: { east: {} },
          pulsar: { east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" } },
          sinks: { k: sink() },
        }),
      ),
      [undefined, undefined],
    );
  });

  it("leave clusters that were there also where the mesh has one Pulsar cluster and names others", () => {
    const { tenants, namespaces } = planOf(
      crossing({
        kubernetes: { east: {} },
        pulsar: { east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" } },
        namespaces: { "shop/web": { replicationClusters: both } },
        sinks: { k: sink() },
      }),
    );
    assert.deepEqual(
      tenants.map(({ spec, keepsFoundClusters }) => [spec.allowedClusters, keepsFoundClusters]),
      [[both, true]],
    );
    assert.equal(namespaces[0]?.keepsFoundClusters, undefined);
  });

  it("are allowed by the tenant", () => {
    assert.deepEqual(
      plan.tenants.map(({ pulsarCluster, spec }) => [pulsarCluster, spec.allowedClusters]),
      both.map((key) => [key, both]),
    );
  });

  it("let the brokers know each other", () => {
    assert.deepEqual(plan.registrations, [
      { childName: "mesh-east-knows-west", pulsarCluster: "east", peer: "west" },
      { childName: "mesh-west-knows-east", pulsarCluster: "west", peer: "east" },
    ]);
  });

  it("hold for each topic of the namespace, also one that is used on one side", () => {
    const spec = crossing({
      functions: { f: javaFunction({ input: { topics: ["out"] }, output: { topic: "side" } }) },
      topics: { side: { terminal: true } },
    });
    assert.deepEqual(
      planOf(spec).topics.map(({ label, pulsarCluster, replicated }) => [label, pulsarCluster, replicated]),
      ["out", "side"].flatMap((label) => both.map((key) => [label, key, true])),
    );
  });

  it("are by Pulsar's names, not by the keys", () => {
    const pulsar = {
      east: { ...two.pulsar?.["east"], adminUrl: "http://127.0.0.1:1", clusterName: "p-east" },
      west: { ...two.pulsar?.["west"], adminUrl: "http://127.0.0.1:3", clusterName: "a-west" },
    };
    const named = planOf(crossing({ pulsar }));
    assert.deepEqual(named.namespaces[0]?.spec.replicationClusters, ["a-west", "p-east"]);
    assert.deepEqual(
      named.registrations.map(({ peer }) => peer),
      ["west", "east"],
    );
  });

  it("leave a third cluster that uses the namespace as it is", () => {
    const third = planOf(
      crossing({
        pulsar: { ...two.pulsar, south: { adminUrl: "http://127.0.0.1:5", serviceUrl: "pulsar://127.0.0.1:6" } },
        kubernetes: { ...two.kubernetes, south: {} },
        functions: { f: javaFunction({ cluster: "south", input: { topics: ["alone"] }, output: { topic: "done" } }) },
        topics: { alone: { pulsarCluster: "south" }, done: { terminal: true, pulsarCluster: "south" } },
      }),
    );
    const south = third.namespaces.find(({ pulsarCluster }) => pulsarCluster === "south");
    assert.equal(south?.spec.replicationClusters, undefined);
    const tenant = third.tenants.find(({ pulsarCluster }) => pulsarCluster === "south");
    assert.deepEqual(tenant?.spec.allowedClusters, ["east", "south", "west"]);
  });

  it("are what is stated, where something is", () => {
    const stated = [...both, "south"];
    const { namespaces, tenants, topics } = planOf(
      crossing({ namespaces: { "shop/web": { replicationClusters: stated } } }),
    );
    assert.deepEqual(
      namespaces.map(({ spec }) => spec.replicationClusters),
      [stated, stated],
    );
    assert.deepEqual(tenants[0]?.spec.allowedClusters, ["east", "south", "west"]);
    assert.equal(topics.length, 2);
  });

  it("are not made up where they are not known yet", () => {
    const { registrations, topics } = planOf(
      crossing({ namespaces: { "shop/web": { replicationClusters: [unknown] } } }),
    );
    assert.deepEqual(registrations, []);
    assert.deepEqual(
      topics.map(({ replicated }) => replicated),
      [undefined, undefined],
    );
  });

  it("of one topic concern that topic alone", () => {
    const { namespaces, tenants, topics, registrations } = planOf(
      crossing({ topics: { out: { replicationClusters: both }, side: { terminal: true } } }),
    );
    assert.deepEqual(
      namespaces.map(({ spec }) => spec.replicationClusters),
      [undefined, undefined],
    );
    assert.deepEqual(tenants[0]?.spec.allowedClusters, both);
    assert.deepEqual(
      topics.map(({ label, pulsarCluster, replicated }) => [label, pulsarCluster, replicated]),
      [
        ["out", "east", true],
        ["out", "west", true],
        ["side", "east", undefined],
      ],
    );
    assert.equal(registrations.length, 2);
  });

  it("of a namespace of others are required, and nothing of it is made", () => {
    const { namespaces, required, registrations } = planOf(
      crossing({ namespaces: { "shop/web": { external: true, replicationClusters: both } } }),
    );
    assert.deepEqual(namespaces, []);
    assert.deepEqual(
      required.map(({ kind, name, pulsarCluster, clusters }) => [kind, name, pulsarCluster, clusters]),
      both.map((key) => ["namespace", "shop/web", key, both]),
    );
    assert.deepEqual(registrations, []);
  });

  it("let a pattern find what comes from the other cluster", () => {
    const { members } = planOf(
      crossing({
        namespaces: { "shop/web": { replicationClusters: both } },
        sinks: { k: sink({ cluster: "west", input: { topicPattern: "persistent://shop/web/o.*" } }) },
      }),
    );
    const reader = members.find(({ key }) => key === "k");
    assert.deepEqual(
      reader?.subscriptions.map(({ topic, pulsarCluster }) => [topic, pulsarCluster]),
      [["persistent://shop/web/out", "west"]],
    );
  });

  describe("where both sides write a topic", () => {
    const sources = {
      s: source({ output: { topic: "out" } }),
      t: source({ output: { topic: "out" }, cluster: "west" }),
    };
    const clustersOf = (more: Partial<MeshSpec>) => {
      const { namespaces, topics } = planOf(crossing({ sources, ...more }));
      return [namespaces.map(({ spec }) => spec.replicationClusters), topics.map(({ replicated }) => replicated)];
    };

    it("are those of the reader that only one side has", () => {
      assert.deepEqual(clustersOf({}), [
        [both, both],
        [true, true],
      ]);
    });

    it("are both where two members read it, each on its side", () => {
      assert.deepEqual(clustersOf({ sinks: { k: sink({ cluster: "west" }), l: sink() } }), [
        [both, both],
        [true, true],
      ]);
    });

    it("are none where one member reads it on both sides", () => {
      const placement = [{ cluster: "east" }, { cluster: "west" }];
      assert.deepEqual(clustersOf({ sinks: { k: sink({ placement }) } }), [
        [undefined, undefined],
        [undefined, undefined],
      ]);
    });

    it("are what is stated", () => {
      const sinks = { k: sink({ cluster: "west" }), l: sink() };
      const namespaces = { "shop/web": { replicationClusters: both } };
      assert.deepEqual(clustersOf({ sinks, namespaces }), [
        [both, both],
        [true, true],
      ]);
    });
  });

  it("are none for a reader that runs in both, where the other side gets nothing", () => {
    const { replications } = planOf(
      crossing({ sinks: { k: sink({ placement: [{ cluster: "east" }, { cluster: "west" }] }) } }),
    );
    assert.deepEqual([...replications.clusters], []);
  });

  it("of a topic go on where the mesh leaves the other cluster", () => {
    const left = planOf(
      crossing({
        pulsar: { east: { ...two.pulsar?.["east"], adminUrl: "http://127.0.0.1:1", clusterName: "east" } },
        kubernetes: { east: {} },
        namespaces: { "shop/web": { replicationClusters: both } },
        sinks: { k: sink() },
      }),
    );
    assert.deepEqual(
      left.topics.map(({ replicated }) => replicated),
      [true],
    );
  });

  describe("by patterns", () => {
    const reader = (more: object = {}) => ({ k: sink({ cluster: "west", input: { topicPattern: "o.*" }, ...more }) });
    /** Where the topics are, and where `k` has its subscriptions. */
    const around = (spec: MeshSpec) => {
      const { replications, topics, members } = planOf(spec);
      const subscriptions = members.find(({ key }) => key === "k")?.subscriptions ?? [];
      return {
        clusters: [...replications.clusters],
        topics: topics.map(({ label, pulsarCluster, replicated }) => [label, pulsarCluster, replicated]),
        subscriptions: subscriptions.map(({ topic, pulsarCluster, onDelete }) => [topic, pulsarCluster, onDelete]),
      };
    };
    const out = "persistent://shop/web/out";

    it("are those of the topics that they find", () => {
      assert.deepEqual(around(crossing({ sinks: reader() })), {
        clusters: [["shop/web", both]],
        topics: both.map((key) => ["out", key, true]),
        subscriptions: [[out, "west", "force"]],
      });
    });

    const without: readonly (readonly [string, Partial<MeshSpec>])[] = [
      ["find none", { sinks: reader({ input: { topicPattern: "x.*" } }) }],
      ["find what nobody of the mesh writes", { sources: {}, topics: { out: { pulsarCluster: "east" } } }],
      [
        "are read where it is written as well",
        { sinks: reader({ placement: [{ cluster: "east" }, { cluster: "west" }] }) },
      ],
      [
        "find nothing that is not persistent",
        { sources: { s: source({ output: { topic: "non-persistent://shop/web/out" } }) } },
      ],
      [
        "stand beside a connector in place of topics",
        {
          sinks: {},
          functions: {
            k: javaFunction({
              cluster: "west",
              input: { topicPattern: "o.*" },
              source: { connector: "builtin://data-generator" },
            }),
          },
        },
      ],
    ];
    for (const [name, more] of without)
      it(`are none where they ${name}`, () => {
        assert.deepEqual(around(crossing({ sinks: reader(), ...more })).clusters, []);
      });

    it("are one edge where a topic is read by its name as well", () => {
      const input = { topics: ["out"], topicPattern: "o.*" };
      const { crossings } = planOf(crossing({ sinks: reader({ input }) })).replications;
      assert.deepEqual(
        crossings.map(({ path }) => path),
        ["sinks.k.input.topics[0]"],
      );
    });

    it("have topics of others where they are read, and leave a subscription of one's own name to others as well", () => {
      const namespaces = { "shop/web": { external: true, replicationClusters: both } };
      const topics = { out: { external: true } };
      assert.deepEqual(around(crossing({ namespaces, topics, sinks: reader({ subscriptionName: "all" }) })), {
        clusters: [["shop/web", both]],
        topics: both.map((key) => ["out", key, true]),
        subscriptions: [[out, "west", "retain"]],
      });
    });

    it("need nothing of their namespace where the topic is replicated by itself", () => {
      const topics = { out: { replicationClusters: both } };
      assert.deepEqual(around(crossing({ topics, sinks: reader() })), {
        clusters: [],
        topics: both.map((key) => ["out", key, true]),
        subscriptions: [[out, "west", "force"]],
      });
    });
  });

  it("take a time in proportion to the users of a topic", () => {
    const hub = (count: number): MeshSpec =>
      crossing({
        sources: Object.fromEntries(
          Array.from({ length: count }, (_, at) => [`s${at}`, source({ output: { topic: "out" } })]),
        ),
        sinks: Object.fromEntries(
          Array.from({ length: count }, (_, at) => [`k${at}`, sink({ cluster: at % 2 === 0 ? "west" : "east" })]),
        ),
      });
    const edges = planOf(hub(1000)).replications.edges.get("shop/web") ?? [];
    assert.equal(edges.length, 500);
  });

  it("take a time in proportion to the tenants", () => {
    const secondsFor = (count: number): number => {
      const each = <Value>(entry: (at: number) => readonly [string, Value]): Readonly<Record<string, Value>> =>
        Object.fromEntries(Array.from({ length: count }, (_, at) => entry(at)));
      const spec = crossing({
        tenants: each((at) => [`t${at}`, {}]),
        namespaces: each((at) => [`t${at}/n`, { replicationClusters: both }]),
        topics: each((at) => [`persistent://t${at}/n/x`, { terminal: true, replicationClusters: both }]),
      });
      const start = performance.now();
      assert.equal(planOf(spec).tenants.filter(({ spec: { allowedClusters } }) => allowedClusters).length, 2 * count);
      return performance.now() - start;
    };
    secondsFor(100);
    const few = Math.min(secondsFor(100), secondsFor(100), secondsFor(100));
    const many = Math.min(secondsFor(1000), secondsFor(1000));
    // Ten times as many: ten times as long when linear, a hundred times when each tenant looks through all namespaces and topics.
    assert.ok(many < 40 * few, `${few} ms for 100, ${many} ms for 1000`);
  }).timeout(30_000);

  it("are none with one Pulsar cluster", () => {
    const single = planOf(crossing({ kubernetes: { east: {}, west: { pulsar: "east" } } }));
    assert.deepEqual([...single.replications.clusters], []);
    assert.deepEqual(single.registrations, []);
  });
});
