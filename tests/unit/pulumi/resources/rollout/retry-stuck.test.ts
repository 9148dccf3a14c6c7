import assert from "node:assert/strict";
import type { V1Pod } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { evidenceOf } from "../../../../../provider/kubernetes/evidence";
import { retryStuck } from "../../../../../provider/pulumi/resources/rollout/retry-stuck";

const pod = {
  metadata: { name: "orders-score-0", uid: "u0", labels: { "controller-revision-hash": "r" } },
  status: { containerStatuses: [{ name: "c", restartCount: 3, state: { waiting: { reason: "CrashLoopBackOff" } } }] },
};
const workload = {
  statefulSet: { metadata: { generation: 1 }, status: { observedGeneration: 1, updateRevision: "r" } },
  pods: [pod],
  events: [],
  earlier: evidenceOf([pod], []),
};

/** What is sent and said where the API server answers with this. */
async function retried(answer: () => Promise<V1Pod>, tried = new Set<string>()) {
  const sent: unknown[] = [];
  const said: string[] = [];
  const connection = {
    server: "https://cluster",
    core: {
      deleteNamespacedPod: (request: unknown): Promise<V1Pod> => {
        sent.push(request);
        return answer();
      },
    },
  };
  const log = (severity: string, message: string): void => {
    said.push(`${severity}: ${message}`);
  };
  const gone = await retryStuck({ connection, namespace: "mesh", log }, workload, tried);
  return { gone, sent, said: said.join() };
}
const failing = (code: number) => () => Promise.reject(Object.assign(new Error(`HTTP-Code: ${code}`), { code }));

describe("retryStuck", () => {
  it("deletes a pod that had failed, by its UID, and says so", async () => {
    const { gone, sent, said } = await retried(() => Promise.resolve({}));
    assert.deepEqual(gone, ["u0"]);
    assert.deepEqual(sent, [{ name: "orders-score-0", namespace: "mesh", body: { preconditions: { uid: "u0" } } }]);
    assert.match(said, /^info: pod orders-score-0 had failed before/);
  });
  it("deletes it once", async () => {
    assert.deepEqual((await retried(() => Promise.resolve({}), new Set(["u0"]))).sent, []);
  });
  it("takes a pod for gone that another has replaced", async () => {
    for (const code of [404, 409]) assert.deepEqual((await retried(failing(code))).gone, ["u0"]);
  });
  it("warns where it may not delete", async () => {
    const { gone, said } = await retried(failing(403));
    assert.deepEqual(gone, []);
    assert.match(said, /^warning: pod orders-score-0 .* could not be deleted .*HTTP-Code: 403$/);
  });
});
