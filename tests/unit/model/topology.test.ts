import assert from "node:assert/strict";
import { planMesh } from "../../../provider/model/plan-mesh";
import { drawnTopologyOf, topologyOf } from "../../../provider/model/topology";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink } from "../sample-mesh";

const topology = (spec: Parameters<typeof planMesh>[1]) => topologyOf(planMesh("mesh", spec).plan);

describe("topology", () => {
  it("is the graph of a mesh in plain data", () => {
    const spec = sampleMesh({
      functions: { score: javaFunction({ replicas: 2, image: "score:1" }) },
      sinks: { warehouse: sink({ placement: [{ cluster: "east", standby: true }] }) },
      topics: { out: { partitions: 3 } },
    });
    assert.deepEqual(topology(spec), {
      members: [
        {
          name: "score",
          kind: "function",
          runtime: "java",
          clusters: ["east"],
          pulsarClusters: ["east"],
          replicas: 2,
          image: "score:1",
        },
        {
          name: "warehouse",
          kind: "sink",
          runtime: "java",
          clusters: ["east"],
          standby: ["east"],
          pulsarClusters: ["east"],
          replicas: 1,
          image: "apachepulsar/pulsar:4.0.8",
        },
      ],
      topics: [
        { name: "persistent://public/default/in", pulsarClusters: ["east"], schema: "STRING", owned: true },
        {
          name: "persistent://public/default/out",
          pulsarClusters: ["east"],
          partitions: 3,
          schema: "STRING",
          owned: true,
        },
      ],
      edges: [
        { from: "persistent://public/default/in", to: "score", subscription: "public/default/score" },
        { from: "persistent://public/default/out", to: "warehouse", subscription: "public/default/warehouse" },
        { from: "score", to: "persistent://public/default/out" },
      ],
    });
  });

  it("has the edges of patterns, of dead letters and of late data", () => {
    const windowConfig = { windowLengthCount: 2, lateDataTopic: "late" };
    const { edges, members } = topology(
      sampleMesh({
        functions: {
          f: javaFunction({
            input: { topicPattern: "o-.*" },
            maxMessageRetry: 2,
            deadLetterTopic: "dead",
            windowConfig,
          }),
        },
        topics: { "o-1": { external: true } },
      }),
    );
    assert.deepEqual(edges, [
      { from: "f", to: "persistent://public/default/dead", carries: "dead letters" },
      { from: "f", to: "persistent://public/default/late", carries: "late data" },
      { from: "f", to: "persistent://public/default/out" },
      {
        from: "persistent://public/default/o-1",
        to: "f",
        subscription: "public/default/f",
        pattern: "persistent://public/default/o-.*",
      },
    ]);
    assert.deepEqual(members[0]?.patterns, ["persistent://public/default/o-.*"]);
  });

  it("says what decides the number of instances, and which Pulsar cluster each place is of", () => {
    const { members } = topology(
      sampleMesh({
        pulsar: {
          east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" },
          west: { adminUrl: "http://127.0.0.2:8080", serviceUrl: "pulsar://127.0.0.2:6650" },
        },
        kubernetes: { east: { pulsar: "east" }, west: { pulsar: "west" } },
        functions: {
          f: javaFunction({
            autoscaling: { maxReplicas: 4, cpu: 70 },
            placement: [{ cluster: "west" }, { cluster: "east", standby: true }],
          }),
          g: javaFunction({ paused: true, replicas: 3, cluster: "east" }),
        },
      }),
    );
    assert.deepEqual(
      members.map(({ clusters, standby, pulsarClusters: used, replicas, autoscaling, paused }) => [
        clusters,
        standby,
        used,
        replicas,
        autoscaling,
        paused,
      ]),
      [
        [["west", "east"], ["east"], ["west", "east"], 1, { minReplicas: 1, maxReplicas: 4 }, undefined],
        [["east"], undefined, ["east"], 3, undefined, true],
      ],
    );
  });

  it("has the edges of log lines where it is drawn", () => {
    const { plan } = planMesh("mesh", sampleMesh({ functions: { f: javaFunction({ logTopic: "logs" }) } }));
    const logs = { from: "f", to: "persistent://public/default/logs", carries: "log lines" };
    assert.deepEqual(drawnTopologyOf(plan).edges, [...topologyOf(plan).edges, logs]);
  });

  it("holds no secret, wherever one was put", () => {
    const secret = placeholder("secret", 1);
    const spec = sampleMesh({
      functions: {
        f: javaFunction({
          image: secret,
          input: { topics: [secret] },
          output: { topic: secret },
          subscriptionName: secret,
          logTopic: secret,
        }),
      },
      topics: { t: { schema: { type: "JSON", definition: secret } } },
    });
    assert.ok(!JSON.stringify(drawnTopologyOf(planMesh("mesh", spec).plan)).includes("secret:"));
  });
});
