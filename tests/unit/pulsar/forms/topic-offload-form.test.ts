import assert from "node:assert/strict";
import { recordOf } from "../../../../provider/pulsar/resource/decode";
import { normalOf } from "../../../../provider/pulsar/resource/field";
import { decoded, encoded } from "../../../../provider/pulsar/forms/policy-form";
import { shown } from "../../../../provider/pulsar/resource/show";
import { topicOffloadForm } from "../../../../provider/pulsar/forms/topic-offload-form";

describe("provider/pulsar/forms/topic-offload-form", () => {
  const value = { driver: "filesystem", fileSystemUri: "hdfs://x", threshold: "1024Mi", deletionLagMs: 5 };

  it("sends storage and times in one object, and reads them back", () => {
    const wire = encoded(topicOffloadForm, value);
    assert.deepEqual(recordOf(wire)["managedLedgerOffloadThresholdInBytes"], 1073741824n);
    assert.deepEqual(
      normalOf(topicOffloadForm, decoded(topicOffloadForm, wire)),
      normalOf(topicOffloadForm, { ...value, threshold: "1Gi" }),
    );
    assert.equal(decoded(topicOffloadForm, { managedLedgerOffloadThresholdInBytes: 5 }), undefined);
  });
  it("refuses what either part refuses", () => {
    const failures = topicOffloadForm.check?.(
      { ...value, bucket: "b", thresholdSeconds: -1 },
      "offloadPolicies",
      shown,
    );
    assert.deepEqual(
      failures?.map(({ property }) => property),
      ["offloadPolicies.bucket", "offloadPolicies.thresholdSeconds"],
    );
  });
});
