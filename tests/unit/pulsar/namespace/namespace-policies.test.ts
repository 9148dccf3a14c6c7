import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namespacePolicies } from "../../../../provider/pulsar/namespace/namespace-policies";
import { type NamespacePolicy } from "../../../../provider/pulsar/namespace/namespace-policy";

const page = readFileSync(join(__dirname, "../../../../docs/guides/pulsar-policies.md"), "utf8");

/** Name, path, key and way to unset of each row of the page's table. */
const documented = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
  .map(([, name, path, key, , , unset]) => [name, path, key, unset]);

function unsetText({ method, unset }: NamespacePolicy): string {
  if (unset === "DELETE") return unset;
  if (unset === "localCluster") return "the local cluster alone";
  if (unset === "replicationClusters") return "the clusters replicated to";
  return "delete" in unset ? `DELETE ${unset.delete}` : `${method} ${JSON.stringify(unset.send)}`;
}

describe("provider/pulsar/namespace/namespace-policies", () => {
  it("are those of docs/guides/pulsar-policies.md", () => {
    const rows = Object.entries(namespacePolicies).map(([name, policy]) => [
      name,
      `${policy.method} ${policy.path}`,
      policy.key ?? "none",
      unsetText(policy),
    ]);
    assert.deepEqual(
      documented,
      rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    );
  });
});
