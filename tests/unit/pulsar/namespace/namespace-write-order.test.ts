import assert from "node:assert/strict";
import { orderedWrites } from "../../../../provider/pulsar/namespace/namespace-write-order";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

interface Row {
  readonly name: string;
  readonly actual: Properties;
  readonly wanted: Properties;
  readonly declared?: Properties;
  readonly writes: readonly (readonly [field: string, after: unknown])[];
}

const age = { messageAge: { limitSeconds: 5, policy: "producer_exception" } };
const little = { minutes: 5, size: "1Mi" };

/** What a broker cannot be asked in the contract tests; the pairs themselves are tested at one. */
const rows: readonly Row[] = [
  {
    name: "clusters, before anything else, as they are where nothing is allowed yet",
    actual: { replicationClusters: ["a", "b"], allowedClusters: undefined },
    wanted: { messageTtlSeconds: 1, allowedClusters: ["a"], replicationClusters: ["a"] },
    writes: [
      ["replicationClusters", ["a"]],
      ["allowedClusters", ["a"]],
      ["messageTtlSeconds", 1],
    ],
  },
  {
    name: "a limit of age without touching somebody else's retention",
    actual: { retention: little },
    wanted: { backlogQuota: age },
    writes: [["backlogQuota", age]],
  },
  {
    name: "a limit of age with more retention for a moment, where it is ours",
    actual: { retention: little },
    wanted: { backlogQuota: age },
    declared: { retention: little },
    writes: [
      ["retention", { minutes: -1, size: "unlimited" }],
      ["backlogQuota", age],
      ["retention", little],
    ],
  },
];

describe("provider/pulsar/namespace/namespace-write-order", () => {
  for (const { name, actual, wanted, declared = {}, writes } of rows) {
    it(name, () => {
      const ordered = orderedWrites(actual, new Map(Object.entries(wanted)), { ...declared, ...wanted });
      assert.deepEqual(
        ordered.map(({ field, after }) => [field, after]),
        writes,
      );
    });
  }
});
