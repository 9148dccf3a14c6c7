import assert from "node:assert/strict";
import { type AdminErrorKind } from "../../../../provider/pulsar/admin/error";
import { type RetryRule, retryRule } from "../../../../provider/pulsar/admin/retry-rules";

/** First and largest delay and budget, in seconds, or all the time of the call; `never`: not repeated. */
type Want = "never" | readonly [number, number, number | "all"];
type Row = readonly [kind: AdminErrorKind, method: string, status: number | undefined, reason: string, want: Want];

const rows: readonly Row[] = [
  ["connection", "GET", undefined, "ECONNREFUSED", [0.2, 2, "all"]],
  ["connection", "PUT", undefined, "ECONNRESET", [0.2, 2, "all"]],
  ["connection", "DELETE", undefined, "UND_ERR_SOCKET", [0.2, 2, "all"]],
  ["timeout", "POST", undefined, "", [0.5, 4, "all"]],
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
  ["status", "PUT", 412, "Failed for Subscription Busy: Failed to fence subscription", [0.1, 1, 10]],
  ["status", "GET", 412, "Can't find owner for topic persistent://t/n/x", [0.2, 2, 10]],
  ["status", "PUT", 412, "Clusters do not exist", "never"],
  ["status", "PUT", 400, "", "never"],
  ["status", "PUT", 405, "Broker doesn't allow forced deletion of namespaces", "never"],
  ["status", "PUT", 406, "", "never"],
  ["status", "PUT", 415, "", "never"],
  ["status", "PUT", 422, "", "never"],
  ["status", "PUT", 429, "", [1, 8, "all"]],
  ["status", "POST", 500, "org.apache.BadVersionException", [0.1, 1, 10]],
  ["status", "POST", 500, "Producer already closed", [0.2, 2, 10]],
  ["status", "POST", 500, "x.SystemTopicBasedTopicPoliciesService is closed.", [0.2, 2, "all"]],
  ["status", "POST", 500, "Not enough non-faulty bookies available error code: -6", [0.2, 2, "all"]],
  ["status", "GET", 500, "odd", [0.2, 2, 10]],
  ["status", "POST", 500, "odd", "never"],
  ["status", "DELETE", 500, "Failed to delete file at /x", "never"],
  ["status", "GET", 503, "Package Management Service is not enabled in the broker.", "never"],
  ["status", "PUT", 503, "no broker", [1, 5, "all"]],
];

const secondsOf = ({ firstDelayMs, largestDelayMs, budgetMs }: RetryRule): Want => [
  firstDelayMs / 1000,
  largestDelayMs / 1000,
  budgetMs === undefined ? "all" : budgetMs / 1000,
];

describe("provider/pulsar/admin/retry-rules", () => {
  for (const [kind, method, status, reason, want] of rows) {
    it(`${method} ${status ?? kind} ${reason}`, () => {
      const rule = retryRule({ kind, method, reason, ...(status === undefined ? {} : { status }) });
      assert.deepEqual(rule === undefined ? "never" : secondsOf(rule), want);
    });
  }
});
