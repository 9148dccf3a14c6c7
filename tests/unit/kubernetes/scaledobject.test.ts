import assert from "node:assert/strict";
import { renderScaledObject } from "../../../provider/kubernetes/scaledobject";
import type { AutoscalingSpec } from "../../../provider/model/autoscaling";
import type { FunctionSpec } from "../../../provider/model/function";
import type { MeshSpec } from "../../../provider/model/mesh";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const scaled = (
  autoscaling: Partial<AutoscalingSpec>,
  spec: Partial<FunctionSpec> = {},
  mesh: Partial<MeshSpec> = {},
) => {
  const full = javaFunction({ ...spec, autoscaling: { maxReplicas: 5, backlog: {}, ...autoscaling } });
  return renderScaledObject(onlyPlace(sampleMesh({ functions: { f: full }, ...mesh })));
};
const metadataOf = (...args: Parameters<typeof scaled>) =>
  scaled(...args)?.spec.triggers.map(({ metadata }) => metadata);

describe("scaledobject", () => {
  it("fills a trigger from the graph", () =>
    assert.deepEqual(metadataOf({}), [
      {
        adminURL: "http://127.0.0.1:8080",
        topic: "persistent://public/default/in",
        subscription: "public/default/f",
        isPartitionedTopic: "false",
        msgBacklogThreshold: "10",
        activationMsgBacklogThreshold: "0",
      },
    ]));

  it("asks for the backlog of each input that has one", () => {
    const input = { topics: ["a", "non-persistent://public/default/b", "c"] };
    const topics = metadataOf({}, { input })?.map(({ topic }) => topic);
    assert.deepEqual(topics, ["persistent://public/default/a", "persistent://public/default/c"]);
  });

  it("knows a partitioned topic", () => {
    const partitions = (topics: MeshSpec["topics"]) =>
      metadataOf({}, {}, topics === undefined ? {} : { topics })?.map(({ isPartitionedTopic }) => isPartitionedTopic);
    assert.deepEqual(partitions({ in: { partitions: 2 } }), ["true"]);
    assert.deepEqual(partitions({ in: { partitions: 0 } }), ["false"]);
    assert.deepEqual(partitions({ in: { partitions: 2, external: true } }), ["true"]);
  });

  it("asks where pods reach the admin API, without a slash at the end", () => {
    const east = { adminUrl: "http://a", webServiceUrl: "http://web:8080//", serviceUrl: "pulsar://b" };
    assert.deepEqual(
      metadataOf({}, {}, { pulsar: { east } })?.map(({ adminURL }) => adminURL),
      ["http://web:8080"],
    );
  });

  it("scales to 0 only where it is told", () => {
    assert.equal(scaled({})?.spec.minReplicaCount, 1);
    assert.equal(scaled({ minReplicas: 0 })?.spec.minReplicaCount, 0);
  });

  it("takes thresholds and times", () => {
    const backlog = { messagesPerInstance: 7, activationMessages: 3, pollingIntervalSeconds: 1, cooldownSeconds: 2 };
    const spec = scaled({ backlog })?.spec;
    assert.deepEqual([spec?.pollingInterval, spec?.cooldownPeriod], [1, 2]);
    const { msgBacklogThreshold, activationMsgBacklogThreshold } = spec?.triggers[0]?.metadata ?? {};
    assert.deepEqual([msgBacklogThreshold, activationMsgBacklogThreshold], ["7", "3"]);
  });

  it("tells KEDA to pause", () => {
    assert.deepEqual(scaled({}, { paused: true })?.metadata.annotations, {
      "autoscaling.keda.sh/paused-replicas": "0",
    });
    assert.equal(scaled({})?.metadata.annotations, undefined);
  });
});
