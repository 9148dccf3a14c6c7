import assert from "node:assert/strict";
import {
  creationBody,
  isOfSeveralClusters,
  policiesBesideBody,
  policiesOf,
} from "../../../../provider/pulsar/namespace/namespace-body";

const rate = {
  dispatchThrottlingRateInMsg: 5,
  dispatchThrottlingRateInByte: -1,
  ratePeriodInSecond: 1,
  relativeToPublishRate: false,
};

describe("provider/pulsar/namespace/namespace-body", () => {
  it("holds rates by cluster, thresholds in the storage, and our mark beside properties", () => {
    const inputs = {
      messageTtlSeconds: 0,
      dispatchRate: { messages: 5 },
      offloadThreshold: "1Ki",
      offloadPolicies: { driver: "filesystem" },
      properties: { a: "1" },
      bundles: 8,
      resourceGroup: "g",
      antiAffinity: "a",
    };
    assert.deepEqual(creationBody(inputs, "mark", "here"), {
      topicDispatchRate: { here: rate },
      message_ttl_in_seconds: 0,
      offload_policies: {
        managedLedgerOffloadDriver: "filesystem",
        managedLedgerOffloadMaxThreads: 2,
        managedLedgerOffloadReadThreads: 2,
        managedLedgerOffloadPrefetchRounds: 1,
        managedLedgerOffloadedReadPriority: undefined,
        managedLedgerExtraConfigurations: {},
        fileSystemProfilePath: undefined,
        fileSystemURI: undefined,
        managedLedgerOffloadThresholdInBytes: 1024n,
      },
      properties: { a: "1", "function-mesh.urn": "mark" },
      bundles: { numBundles: 8 },
    });
    assert.deepEqual(policiesBesideBody(inputs, "here"), ["resourceGroup", "antiAffinity"]);
    assert.deepEqual(policiesBesideBody(inputs, undefined), ["dispatchRate", "resourceGroup", "antiAffinity"]);
  });
  it("holds allowed clusters only beside those that are replicated to", () => {
    const inputs = { allowedClusters: ["a", "b"] };
    assert.deepEqual(creationBody(inputs, "mark", "a"), { properties: { "function-mesh.urn": "mark" } });
    assert.deepEqual(policiesBesideBody(inputs, "a"), ["allowedClusters"]);
    assert.deepEqual(policiesBesideBody({ ...inputs, replicationClusters: ["a"] }, "a"), []);
  });
  it("reads the local cluster's rates, and the only ones where it is not known", () => {
    const both = { topicDispatchRate: { here: rate, there: { ...rate, dispatchThrottlingRateInMsg: 6 } } };
    const read = { messages: 5, periodSeconds: 1, relativeToPublishRate: false };
    assert.equal(isOfSeveralClusters(both), true);
    assert.deepEqual(policiesOf(both, "here")["dispatchRate"], read);
    assert.equal(policiesOf(both, "elsewhere")["dispatchRate"], undefined);
    const one = { topicDispatchRate: { here: rate } };
    assert.equal(isOfSeveralClusters(one), false);
    assert.deepEqual(policiesOf(one, undefined)["dispatchRate"], read);
  });
  it("reads thresholds where older brokers keep them, and -1 as not set", () => {
    assert.equal(policiesOf({ offload_threshold: 1024 }, undefined)["offloadThreshold"], "1Ki");
    const newer = { offload_threshold: 1024, offload_policies: { managedLedgerOffloadThresholdInBytes: 2048 } };
    assert.equal(policiesOf(newer, undefined)["offloadThreshold"], "2Ki");
    assert.equal(policiesOf({ offload_threshold: -1 }, undefined)["offloadThreshold"], undefined);
    assert.equal(policiesOf({ offload_threshold_in_seconds: -1 }, undefined)["offloadThresholdSeconds"], undefined);
  });
  it("reads what the broker shows where nothing is set", () => {
    const { isAllowAutoUpdateSchema, encryptionRequired, subscriptionAuthMode, schemaCompatibilityStrategy } =
      policiesOf({ schema_compatibility_strategy: "UNDEFINED", allowed_clusters: [] }, undefined);
    assert.deepEqual(
      [isAllowAutoUpdateSchema, encryptionRequired, subscriptionAuthMode, schemaCompatibilityStrategy],
      [true, false, "None", undefined],
    );
  });
});
