import assert from "node:assert/strict";
import { type AdminErrorKind } from "../../../../provider/pulsar/admin/error";
import { retryRule } from "../../../../provider/pulsar/admin/retry-rules";

/** First and largest delay and budget, in seconds; `never`: not repeated. */
type Want = "never" | readonly [number, number, number];
type Row = readonly [kind: AdminErrorKind, method: string, status: number | undefined, reason: string, want: Want];

const rows: readonly Row[] = [
  ["connection", "GET", undefined, "ECONNREFUSED", [0.2, 2, 15]],
  ["connection", "PUT", undefined, "ECONNRESET", [0.2, 2, 15]],
  ["connection", "DELETE", undefined, "UND_ERR_SOCKET", [0.2, 2, 15]],
  ["timeout", "POST", undefined, "", [0.5, 4, 20]],
  ["redirect", "DELETE", undefined, "http://elsewhere", "never"],
  ["cancelled", "GET", undefined, "", "never"],
  ["credentials", "GET", undefined, "", "never"],
  ["status", "GET", 401, "", "never"],
  ["status", "PUT", 403, "no", "never"],
  ["status", "GET", 404, "Tenant does not exist", "never"],
  ["status", "DELETE", 404, "Tenant does not exist", "never"],
  ["status", "PUT", 409, "Tenant already exists", "never"],
  ["status", "POST", 409, "Concurrent modification", [0.1, 2, 120]],
  ["status", "DELETE", 409, "Cannot delete non empty namespace", "never"],
  ["status", "PUT", 409, "Exceed maximum number of topics in namespace.", "never"],
  ["status", "DELETE", 412, "Topic has 2 connected producers/consumers", "never"],
  ["status", "PUT", 412, "Failed for Subscription Busy: Failed to fence subscription", [0.1, 2, 10]],
  ["status", "PUT", 412, "Clusters do not exist", "never"],
  ["status", "PUT", 400, "", "never"],
  ["status", "PUT", 405, "Broker doesn't allow forced deletion of namespaces", "never"],
  ["status", "PUT", 406, "", "never"],
  ["status", "PUT", 415, "", "never"],
  ["status", "PUT", 422, "", "never"],
  ["status", "PUT", 429, "", [1, 8, 60]],
  ["status", "POST", 500, "org.apache.BadVersionException", [0.1, 2, 10]],
  ["status", "POST", 500, "Producer already closed", [0.2, 2, 10]],
  ["status", "GET", 500, "odd", [0.2, 2, 10]],
  ["status", "POST", 500, "odd", "never"],
  ["status", "DELETE", 500, "Failed to delete file at /x", "never"],
  ["status", "GET", 503, "Package Management Service is not enabled in the broker.", "never"],
  ["status", "PUT", 503, "no broker", [1, 5, 30]],
];

describe("provider/pulsar/admin/retry-rules", () => {
  for (const [kind, method, status, reason, want] of rows) {
    it(`${method} ${status ?? kind} ${reason}`, () => {
      const rule = retryRule({ kind, method, reason, ...(status === undefined ? {} : { status }) });
      const found =
        rule === undefined ? "never" : [rule.firstDelayMs, rule.largestDelayMs, rule.budgetMs].map((ms) => ms / 1000);
      assert.deepEqual(found, want);
    });
  }
});
