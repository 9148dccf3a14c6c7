import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { topicPolicies, topicPolicyTable } from "../../../../provider/pulsar/topic/topic-policies";

const page = readFileSync(join(__dirname, "../../../../docs/guides/topics.md"), "utf8");

/** Name, call that sets, and call that unsets of each row of the page's table. */
const documented = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
  .map(([, name, set, , unset]) => [name, set, unset]);

const quota = { destinationStorage: { limit: "1Gi", policy: "producer_exception" } };
/** Values without which the call would be another one. */
const samples: Readonly<Record<string, unknown>> = { backlogQuota: quota, dispatcherPauseOnAckStatePersistent: true };

describe("provider/pulsar/topic/topic-policies", () => {
  it("are those of docs/guides/topics.md", () => {
    const rows = Object.entries(topicPolicies).map(([name, policy]) => {
      const [set] = policy.set(samples[name], undefined);
      const [unset] = policy.unset(samples[name]);
      const body = unset?.body === undefined ? "" : ` ${JSON.stringify(unset.body)}`;
      return [name, `${set?.method} ${policy.path}`, `${unset?.method}${body}`];
    });
    assert.deepEqual(
      documented,
      rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    );
  });
  it("set and unset each kind of quota by itself", () => {
    const both = { ...quota, messageAge: { limitSeconds: 5, policy: "producer_exception" } };
    const policy = topicPolicyTable["backlogQuota"] ?? assert.fail();
    const types = (calls: ReturnType<typeof policy.set>): readonly string[] =>
      calls.map(({ method, query }) => `${method} ${String(query?.["backlogQuotaType"])}`);
    assert.deepEqual(types(policy.set(both, undefined)), ["POST destination_storage", "POST message_age"]);
    assert.deepEqual(types(policy.set(quota, both)), ["DELETE message_age", "POST destination_storage"]);
    assert.deepEqual(types(policy.unset(both)), ["DELETE destination_storage", "DELETE message_age"]);
  });
});
