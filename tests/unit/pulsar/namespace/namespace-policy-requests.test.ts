import assert from "node:assert/strict";
import { policyRequests, type PolicyWrite } from "../../../../provider/pulsar/namespace/namespace-policy-requests";

const policy = "producer_exception";
const storage = (limit: string) => ({ destinationStorage: { limit, policy } });
const age = { messageAge: { limitSeconds: 5, policy } };

/** A write and the calls it takes: method, path with query, and body as JSON. */
const rows: readonly (readonly [write: PolicyWrite, calls: readonly string[]])[] = [
  [{ field: "messageTtlSeconds", after: 0 }, ["POST messageTTL 0"]],
  [{ field: "messageTtlSeconds", after: undefined }, ["DELETE messageTTL"]],
  [{ field: "deduplicationSnapshotIntervalSeconds", after: undefined }, ["POST deduplicationSnapshotInterval null"]],
  [{ field: "schemaCompatibilityStrategy", after: undefined }, ['PUT schemaCompatibilityStrategy "UNDEFINED"']],
  [{ field: "isAllowAutoUpdateSchema", after: undefined }, ["POST isAllowAutoUpdateSchema true"]],
  [{ field: "offloadThresholdSeconds", after: undefined }, ["PUT offloadThresholdInSeconds -1"]],
  [{ field: "offloadPolicies", after: undefined }, ["DELETE removeOffloadPolicies"]],
  [{ field: "resourceGroup", after: "g" }, ["POST resourcegroup/g"]],
  [{ field: "resourceGroup", after: undefined }, ["DELETE resourcegroup"]],
  [{ field: "bookieAffinity", after: undefined }, ["DELETE persistence/bookieAffinity"]],
  [{ field: "dispatcherPauseOnAckStatePersistent", after: true }, ["POST dispatcherPauseOnAckStatePersistent"]],
  [{ field: "dispatcherPauseOnAckStatePersistent", after: false }, ["DELETE dispatcherPauseOnAckStatePersistent"]],
  [
    { field: "backlogQuota", before: { ...storage("1024"), ...age }, after: storage("1Ki") },
    ["DELETE backlogQuota?message_age"],
  ],
  [
    { field: "backlogQuota", before: age, after: { ...age, ...storage("unlimited") } },
    [`POST backlogQuota?destination_storage {"limitSize":-1,"policy":"${policy}","limitTime":-1}`],
  ],
  [{ field: "backlogQuota", before: storage("1"), after: undefined }, ["DELETE backlogQuota?destination_storage"]],
];

describe("provider/pulsar/namespace/namespace-policy-requests", () => {
  for (const [write, calls] of rows) {
    it(`${JSON.stringify(write)}: ${calls.join(", ")}`, () => {
      const made = policyRequests(write).map(({ method, path, query, body }) => {
        const type = query === undefined ? "" : `?${String(query["backlogQuotaType"])}`;
        const text = body === undefined ? "" : ` ${JSON.stringify(body, plain)}`;
        return `${method} ${path.join("/")}${type}${text}`;
      });
      assert.deepEqual(made, calls);
    });
  }
  it("never unsets what has no unset", () => {
    assert.throws(() => policyRequests({ field: "replicationClusters", after: undefined }), /set to localCluster/);
    assert.throws(() => policyRequests({ field: "bundles", after: 4 }), /not a policy/);
  });
});

const plain = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
