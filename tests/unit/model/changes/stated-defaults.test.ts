import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderPlan } from "../../../../provider/kubernetes/render-plan";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import { memberDefaults, settingDefaults } from "../../../../provider/model/changes/stated-defaults";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";

type Parts = Parameters<typeof javaFunction>[0];

const enrich = (parts: Parts): MeshSpec => sampleMesh({ functions: { enrich: javaFunction(parts) } });
const logs = { topics: { l: { terminal: true } } };
const timed = { windowLengthDurationMs: 10, timestampExtractorClassName: "a.T" };
const east = { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" };

/** Defaults left out, and stated. */
const rows: readonly { readonly name: string; readonly left: MeshSpec; readonly stated: MeshSpec }[] = [
  {
    name: "of a function",
    left: enrich({}),
    stated: enrich({
      ...{ maxMessageRetry: 0, cleanupSubscription: true, skipToLatest: false, paused: false },
      java: {
        jar: "/pulsar/score.jar",
        instancePath: "/pulsar/instances/java-instance.jar",
        entryClass: "org.apache.pulsar.functions.instance.JavaInstanceMain",
      },
      input: { topics: ["in"], typeClassName: "java.lang.String" },
      output: { topic: "out", typeClassName: "java.lang.String" },
      rollout: { timeoutSeconds: 300, attachment: true, replaceOnRoll: false },
    }),
  },
  {
    name: "of log topics",
    left: sampleMesh({
      ...logs,
      functions: { f: javaFunction({ logTopic: "l" }) },
      sinks: { s: sink({ logTopic: "l" }) },
    }),
    stated: sampleMesh({
      ...logs,
      functions: { f: javaFunction({ logTopic: "l", logTopicAgent: "runtime" }) },
      sinks: {
        s: sink({ logTopic: "l", logTopicAgent: "sidecar", filebeatImage: "streamnative/filebeat:v0.6.0" }),
      },
    }),
  },
  {
    name: "of a window",
    left: enrich({ windowConfig: { windowLengthCount: 10 } }),
    stated: enrich({
      windowConfig: { windowLengthCount: 10, slidingIntervalCount: 10, processingGuarantees: "ATLEAST_ONCE" },
    }),
  },
  {
    name: "of a window of time",
    left: enrich({ windowConfig: timed }),
    stated: enrich({
      windowConfig: { ...timed, slidingIntervalDurationMs: 10, maxLagMs: 0, watermarkEmitIntervalMs: 1000 },
    }),
  },
  {
    name: "of an autoscaler",
    left: enrich({ autoscaling: { maxReplicas: 4 } }),
    stated: enrich({ autoscaling: { minReplicas: 1, maxReplicas: 4, cpu: 80 } }),
  },
  {
    name: "of an autoscaler by backlog",
    left: enrich({ autoscaling: { maxReplicas: 4, backlog: {} } }),
    stated: enrich({
      autoscaling: {
        maxReplicas: 4,
        backlog: { messagesPerInstance: 10, activationMessages: 0 },
      },
    }),
  },
  {
    name: "of clusters",
    left: sampleMesh(),
    stated: sampleMesh({
      pulsar: {
        east: {
          ...east,
          limits: { callTimeoutSeconds: 30, totalTimeoutSeconds: 120, parallelCalls: 16 },
          peerUrls: { web: east.adminUrl, broker: east.serviceUrl },
        },
      },
    }),
  },
  {
    name: "of topics and namespaces",
    left: sampleMesh({
      topics: { t: { partitions: 3 } },
      tenants: { a: {} },
      namespaces: { "a/b": { dispatchRate: { messages: 5 } } },
    }),
    stated: sampleMesh({
      topics: { t: { partitions: 3, partitionLimit: 5000, deleteWhileInactive: false } },
      tenants: { a: {} },
      namespaces: { "a/b": { dispatchRate: { messages: 5, periodSeconds: 1, relativeToPublishRate: false } } },
    }),
  },
];

/** Types in which a default is documented, by the section of a field. */
const typesOf: Readonly<Record<string, string>> = {
  rollout: "RolloutSpec",
  pod: "PodSpec",
  java: "JavaSpec",
  autoscaling: "AutoscalingSpec",
  "autoscaling.backlog": "BacklogScalingSpec",
  windowConfig: "WindowSpec",
  persistentVolumeClaimRetentionPolicy: "ClaimRetentionSpec",
  dispatchRate: "DispatchRateSpec",
  subscriptionDispatchRate: "DispatchRateSpec",
  replicatorDispatchRate: "DispatchRateSpec",
  subscribeRate: "SubscribeRateSpec",
};

describe("defaults that are stated", () => {
  for (const { name, left, stated } of rows) {
    it(`${name} change no object, and are no change`, () => {
      const [before, after] = [planMesh("mesh", left).plan, planMesh("mesh", stated).plan];
      assert.deepEqual(
        renderPlan(after, () => undefined),
        renderPlan(before, () => undefined),
      );
      assert.deepEqual(changesBetween(factsOf(before), factsOf(after)), []);
      assert.deepEqual(changesBetween(factsOf(after), factsOf(before)), []);
    });
  }

  it("are the documented ones", () => {
    const { types } = JSON.parse(readFileSync(join(__dirname, "../../../../schema.json"), "utf8"));
    const check = (whole: string, field: string, value: unknown) => {
      const [section, name] = [field.slice(0, Math.max(0, field.lastIndexOf("."))), field.split(".").at(-1) ?? ""];
      const type = section === "" ? whole : (typesOf[section] ?? section);
      const text = String(types[`function-mesh:index:${type}`]?.properties[name]?.description).replace(/\s+/g, " ");
      assert.ok(text.includes(`Defaults to ${JSON.stringify(value)}`), `${type}.${name}: ${text}`);
    };
    for (const [field, value] of Object.entries(memberDefaults)) check("FunctionSpec", field, value);
    for (const [field, value] of Object.entries(settingDefaults)) check("TopicSpec", field, value);
  });
});
