import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type KnownInstances, scale, wantedNumber } from "../../../../provider/pulumi/resources/scale";
import { startFakeKubernetes } from "./fake-kubernetes";

const given = {
  member: "functions.score",
  kubernetesNamespace: "mesh",
  statefulSet: "orders-score",
  owner: "mine",
  matchLabels: { app: "a" },
  manifestHash: "1",
  initialReplicas: 2,
};
const inputs = { ...given, kubeconfig: "{}" };

const context = (preview: boolean) => ({
  admin: createAdminClient({ adminUrl: "http://127.0.0.1:9" }),
  urn: "",
  preview,
  signal: new AbortController().signal,
  log: () => undefined,
});

interface Row extends Partial<KnownInstances> {
  readonly name: string;
  /** None where KEDA decides. */
  readonly initialReplicas?: number;
  readonly want: number;
}

const rows: readonly Row[] = [
  { name: "a new one begins with its first number", initialReplicas: 2, want: 2 },
  { name: "a new one keeps all pods that are left", initialReplicas: 2, orphans: 5, want: 5 },
  { name: "a new one has its first number though fewer pods are left", initialReplicas: 2, orphans: 1, want: 2 },
  { name: "a new one of KEDA begins with 1", want: 1 },
  { name: "one that runs stays as it is", initialReplicas: 2, live: 1, want: 1 },
  { name: "one that was scaled stays so", initialReplicas: 2, live: 5, before: 3, want: 5 },
  { name: "one that was stopped goes on with its first number", initialReplicas: 2, live: 0, want: 2 },
  { name: "one that has none is woken up", initialReplicas: 2, live: 0, before: 3, want: 2 },
  { name: "one of KEDA that was stopped goes on with 1", live: 0, want: 1 },
  { name: "one of KEDA is left asleep", live: 0, before: 3, want: 0 },
  { name: "one made anew takes over what the one before had", initialReplicas: 2, before: 4, want: 4 },
  { name: "one of KEDA made anew while it sleeps stays so", before: 0, want: 0 },
];

describe("scale", () => {
  for (const { name, initialReplicas, live, orphans = 0, before, want } of rows)
    it(name, () => {
      const arguments_ = initialReplicas === undefined ? {} : { initialReplicas };
      assert.equal(wantedNumber(arguments_, { live, orphans, before }), want);
    });

  for (const { name, change, want } of [
    { name: "another manifest", change: { manifestHash: "2" }, want: ["manifestHash"] },
    { name: "a stated number", change: { statedReplicas: 4 }, want: ["statedReplicas"] },
    { name: "another StatefulSet", change: { statefulSet: "b" }, want: ["statefulSet"] },
    { name: "nothing but the way there", change: { kubeconfig: "b", initialReplicas: 3 }, want: [] },
  ]) {
    it(`is looked up for ${name}`, () =>
      assert.deepEqual(
        scale.diff(inputs, { ...inputs, ...change }).changes.map(({ path }) => path),
        want,
      ));
  }

  it("is what it was, or not known yet, where a cluster cannot be asked at preview", async () => {
    const created = await scale.create(inputs, context(true));
    assert.deepEqual(created, { id: "mesh/orders-score", outputs: given });
    const old = { inputs, outputs: { ...given, replicas: 3 } };
    assert.deepEqual(await scale.update(created.id, old, inputs, context(true)), { ...given, replicas: 3 });
  });

  it("is the stated one, and nothing that was looked up before", async () => {
    const stated = { ...inputs, statedReplicas: 4 };
    const created = await scale.create(stated, context(true));
    assert.equal(created.outputs["replicas"], 4);
    const old = { inputs: stated, outputs: created.outputs };
    assert.deepEqual(await scale.update(created.id, old, inputs, context(true)), given);
    assert.deepEqual((await scale.read(created.id, old, context(false)))?.outputs, created.outputs);
  });

  it("fails where the cluster cannot be asked, and stays as it was at a refresh", async () => {
    await assert.rejects(scale.create(inputs, context(false)), /^Error: functions\.score: could not be asked how many/);
    const state = { inputs, outputs: { ...given, replicas: 3 } };
    assert.deepEqual(await scale.read("mesh/orders-score", state, context(false)), {
      id: "mesh/orders-score",
      ...state,
    });
  });

  it("keeps the mark of an own StatefulSet, also when the one that comes next is not written", async () => {
    const annotations = { "compute.functionmesh.io/owner": "once" };
    const { kubeconfig, stop } = await startFakeKubernetes(() => [
      200,
      { metadata: { annotations }, spec: { replicas: 3 } },
    ]);
    try {
      const renamed = { ...inputs, kubeconfig };
      const old = { inputs: { ...renamed, owner: "once" }, outputs: {} };
      const outputs = await scale.update("mesh/orders-score", old, renamed, context(false));
      assert.deepEqual(outputs, { ...given, replicas: 3, liveOwner: "once" });
      const again = { ...renamed, manifestHash: "2", statedReplicas: 4 };
      const changed = await scale.update("mesh/orders-score", { inputs: renamed, outputs }, again, context(false));
      assert.deepEqual([changed["liveOwner"], changed["replicas"]], ["once", 4]);
      const none = scale.update("mesh/orders-score", { inputs: renamed, outputs: {} }, again, context(false));
      await assert.rejects(none, /of another mesh or stack/);
    } finally {
      stop();
    }
  });

  for (const { name, last, live, want } of [
    { name: "the one whose place a new one takes", last: "old", live: [["old", "mine", 4]], want: 4 },
    { name: "none of another mesh", last: "old", live: [["old", "theirs", 4]], want: 2 },
    {
      name: "the one that works, beside one that failed",
      last: "orders-score-0000000b",
      live: [
        ["orders-score-0000000a", "mine", 6],
        ["orders-score-0000000b", "mine", 2],
        ["orders-score-more-0000000a", "mine", 9],
      ],
      want: 6,
    },
  ] as const)
    it(`is that of ${name}`, async () => {
      const items = live.map(([called, owner, replicas]) => ({
        metadata: { name: called, annotations: { "compute.functionmesh.io/owner": owner } },
        spec: { replicas },
      }));
      const { kubeconfig, stop } = await startFakeKubernetes(({ url }) =>
        url.endsWith("/statefulsets")
          ? [200, { items }]
          : url.includes("statefulsets")
            ? [404, {}]
            : [200, { items: [] }],
      );
      try {
        const old = { inputs: { ...inputs, statefulSet: last, kubeconfig }, outputs: { ...given, replicas: 2 } };
        const { replicas } = await scale.update("mesh/old", old, { ...inputs, kubeconfig }, context(false));
        assert.equal(replicas, want);
      } finally {
        stop();
      }
    });

  it("cannot be imported", async () => {
    await assert.rejects(scale.read("mesh/a", { inputs: {}, outputs: {} }, context(false)), /import/);
  });
});
