import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { sampleMesh, sink, source } from "../../sample-mesh";
import { two, unknown } from "../rules/broken-meshes";

const mesh = (sinks: MeshSpec["sinks"], more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east", tenant: "shop", namespace: "web" },
    tenants: { shop: {} },
    namespaces: { "shop/web": { replicationClusters: ["east", "west"] } },
    sources: { s: source({ output: { topic: "out" } }) },
    ...(sinks === undefined ? {} : { sinks }),
    ...more,
  });

const asked = { replicateSubscriptionState: true };

const subscriptionsOf = (spec: MeshSpec) =>
  planMesh("mesh", spec).plan.members.flatMap(({ subscriptions }) =>
    subscriptions.map(({ childName, pulsarCluster, replicated }) => [childName, pulsarCluster, replicated]),
  );

describe("replicated subscriptions", () => {
  it("are in each Pulsar cluster that the topic is replicated to", () => {
    assert.deepEqual(subscriptionsOf(mesh({ k: sink(asked) })), [
      ["mesh-k-out", "east", true],
      ["mesh-k-out-west", "west", true],
    ]);
  });

  it("are each made once where the member is in both clusters", () => {
    const placement = [{ cluster: "west" }, { cluster: "east", standby: true }];
    assert.deepEqual(subscriptionsOf(mesh({ k: sink({ ...asked, placement }) })), [
      ["mesh-k-out", "west", true],
      ["mesh-k-out-east", "east", true],
    ]);
  });

  it("are where the member is alone, and as before, unless asked for", () => {
    assert.deepEqual(subscriptionsOf(mesh({ k: sink() })), [["mesh-k-out", "east", undefined]]);
  });

  it("leave topics alone that are not replicated", () => {
    const input = { topics: ["out", "other"] };
    const spec = mesh(
      { k: sink({ ...asked, input }) },
      {
        namespaces: { "shop/web": {} },
        topics: { out: { replicationClusters: ["east", "west"] }, other: { external: true } },
      },
    );
    assert.deepEqual(subscriptionsOf(spec), [
      ["mesh-k-out", "east", true],
      ["mesh-k-out-west", "west", true],
      ["mesh-k-other", "east", undefined],
    ]);
  });

  it("are on the other side of topics of others too, where the namespace is looked up", () => {
    const external = { namespaces: { "shop/web": { external: true, replicationClusters: ["east", "west"] } } };
    const spec = (parts: object): MeshSpec =>
      mesh({ k: sink({ ...parts, input: { topics: ["in"] } }) }, { ...external, topics: { in: { external: true } } });
    assert.deepEqual(subscriptionsOf(spec(asked)), [
      ["mesh-k-in", "east", true],
      ["mesh-k-in-west", "west", true],
    ]);
    const clustersOf = (parts: object) => {
      const { required, topics } = planMesh("mesh", spec(parts)).plan;
      const inputs = topics.filter(({ label }) => label === "in");
      return [
        inputs.map(({ pulsarCluster, owned, replicated }) => [pulsarCluster, owned, replicated]),
        required.filter(({ name }) => name === "shop/web").map(({ pulsarCluster }) => pulsarCluster),
      ];
    };
    assert.deepEqual(clustersOf(asked), [
      [
        ["east", false, true],
        ["west", false, true],
      ],
      ["east", "west"],
    ]);
    assert.deepEqual(clustersOf({})[0], [["east", false, true]]);
  });

  it("of a computed topic are asked for where the member is", () => {
    const [found] = planMesh(
      "mesh",
      mesh({ k: sink({ ...asked, input: { topics: [unknown] } }) }),
    ).plan.members.flatMap(({ subscriptions }) => subscriptions);
    assert.deepEqual([found?.pulsarCluster, found?.replicated], ["east", true]);
  });

  it("are replicated when one of two members that share them asks for it", () => {
    const subscriptionName = "shared";
    const spec = mesh({ a: sink({ subscriptionName }), b: sink({ ...asked, subscriptionName }) });
    assert.deepEqual(subscriptionsOf(spec), [
      ["mesh-a-out", "east", true],
      ["mesh-b-out-west", "west", true],
    ]);
  });
});
