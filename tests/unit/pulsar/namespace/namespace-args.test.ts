import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { checkNamespaceArgs } from "../../../../provider/pulsar/namespace/namespace-args";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

const unknown = placeholder("unknown", 1);
const storage = (limit: unknown) => ({ destinationStorage: { limit, policy: "producer_exception" } });
const age = { messageAge: { limitSeconds: 60, policy: "producer_exception" } };
const retention = (size: unknown, minutes: unknown = 60) => ({ minutes, size });

/** Arguments beside the name, and the properties that are wrong in them. */
const rows: readonly (readonly [inputs: Properties, wrong: readonly string[], old?: Properties])[] = [
  [{}, []],
  [{ maxProducersPerTopic: -3 }, ["maxProducersPerTopic"]],
  [{ maxTopicsPerNamespace: 2 ** 31 }, ["maxTopicsPerNamespace"]],
  [{ subscriptionExpirationMinutes: -1 }, ["subscriptionExpirationMinutes"]],
  [{ compactionThreshold: "-3" }, ["compactionThreshold"]],
  [{ compactionThreshold: "9223372036854775808" }, ["compactionThreshold"]],
  [{ offloadThreshold: "unlimited" }, ["offloadThreshold"]],
  [{ offloadThreshold: "0", offloadThresholdSeconds: 0, offloadDeletionLagMs: 0 }, []],
  [{ offloadThresholdSeconds: -5, offloadDeletionLagMs: -5 }, ["offloadThresholdSeconds", "offloadDeletionLagMs"]],
  [{ schemaCompatibilityStrategy: "full" }, ["schemaCompatibilityStrategy"]],
  [{ schemaCompatibilityStrategy: "UNDEFINED" }, ["schemaCompatibilityStrategy"]],
  [{ schemaAutoUpdateCompatibilityStrategy: "BACKWARD" }, ["schemaAutoUpdateCompatibilityStrategy"]],
  [{ subscriptionAuthMode: "prefix" }, ["subscriptionAuthMode"]],
  [{ subscriptionTypesEnabled: ["shared"] }, ["subscriptionTypesEnabled[0]"]],
  [{ subscriptionTypesEnabled: [] }, ["subscriptionTypesEnabled"]],
  [{ encryptionRequired: 1, isAllowAutoUpdateSchema: "false" }, ["encryptionRequired", "isAllowAutoUpdateSchema"]],
  [{ dispatchRate: { messages: 2 ** 31 } }, ["dispatchRate.messages"]],
  [{ resourceGroup: "" }, ["resourceGroup"]],
  [{ antiAffinity: "" }, ["antiAffinity"]],
  [{ bookieAffinity: { secondary: " " } }, ["bookieAffinity.primary", "bookieAffinity.secondary"]],
  [{ allowedClusters: [] }, ["allowedClusters"]],
  [{ allowedClusters: ["a"], replicationClusters: ["b", "a"] }, ["allowedClusters"]],
  [{ allowedClusters: ["a", "b"], replicationClusters: ["b"] }, []],
  [{ allowedClusters: ["a"], replicationClusters: ["b", unknown] }, []],
  [{ retention: retention("1Gi"), backlogQuota: storage("1Gi") }, ["backlogQuota.destinationStorage.limit"]],
  [{ retention: retention("1Gi"), backlogQuota: storage("1023Mi") }, []],
  [{ retention: retention("unlimited"), backlogQuota: storage("10Ti") }, []],
  [{ retention: retention("0", 0), backlogQuota: storage("10Ti") }, []],
  [{ retention: retention("1Gi"), backlogQuota: storage("unlimited") }, []],
  [{ retention: retention(unknown), backlogQuota: storage("1Gi") }, []],
  [{ retention: retention("1Gi"), backlogQuota: unknown }, []],
  [{ retention: retention("10Gi"), backlogQuota: age }, ["backlogQuota"]],
  [{ retention: retention("11Gi"), backlogQuota: age }, []],
  [{ retention: retention("1Gi"), backlogQuota: { ...age, ...storage("1Mi") } }, []],
  [{ retention: retention("1Gi", 35_791_395), backlogQuota: storage("1Mi") }, ["retention.minutes"]],
  [{ retention: retention("1Gi", 35_791_395) }, []],
  [{ properties: { a: "1" } }, []],
  [{ properties: { a: null } }, ['properties["a"]']],
  [{ properties: { "..": "1", "": "2" } }, ['properties[".."]', 'properties[""]']],
  [{ properties: { "function-mesh.urn": "x" } }, ["properties"]],
  [{ bundles: 0 }, ["bundles"]],
  [{ bundles: 8 }, [], {}],
  [{ bundles: 8 }, [], { bundles: 8 }],
  [{ bundles: 8 }, ["bundles"], { bundles: 4 }],
  [{ bundles: 8 }, [], { bundles: 4, namespace: "other" }],
  [{ bundles: unknown }, [], { bundles: 4 }],
  [{}, [], { bundles: 4 }],
];

describe("provider/pulsar/namespace/namespace-args", () => {
  const name = { tenant: "t", namespace: "n" };
  for (const [inputs, wrong, old] of rows) {
    const after = old === undefined ? "" : ` after ${JSON.stringify(old)}`;
    it(`${JSON.stringify(inputs)}${after}: ${wrong.length === 0 ? "fine" : wrong.join(", ")}`, () => {
      const { failures } = checkNamespaceArgs({ ...name, ...inputs }, old && { ...name, ...old });
      assert.deepEqual(
        failures.map(({ property }) => property),
        wrong,
      );
    });
  }
  it("tells nothing of what is secret", () => {
    const inputs = { ...name, allowedClusters: ["a"], replicationClusters: ["hidden"], bundles: 123 };
    const secrets = new Set(["replicationClusters", "bundles", "allowedClusters"]);
    const { failures } = checkNamespaceArgs(inputs, { ...name, bundles: 4 }, secrets);
    assert.equal(failures.length, 2);
    assert.doesNotMatch(JSON.stringify(failures), /hidden|123/);
  });
});
