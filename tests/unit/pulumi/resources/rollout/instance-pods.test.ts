import assert from "node:assert/strict";
import type { ObservedPod } from "../../../../../provider/kubernetes/observed";
import { instancePods } from "../../../../../provider/pulumi/resources/rollout/instance-pods";

const created = "2026-08-01T10:00:00Z";
const pod = (name: string, more: Partial<NonNullable<ObservedPod["metadata"]>> = {}): ObservedPod => ({
  metadata: { name, creationTimestamp: created, labels: { "controller-revision-hash": "new" }, ...more },
});
const statefulSet = { status: { updateRevision: "new" } };

describe("instancePods", () => {
  it("finds those of the wanted revision by their numbers", () => {
    const pods = [
      pod("mesh-m-10"),
      pod("mesh-m-1", { creationTimestamp: new Date(created) }),
      pod("mesh-m-2", { labels: { "controller-revision-hash": "old" } }),
      pod("mesh-m-3", { deletionTimestamp: created }),
    ];
    // The API server's clock is 5 s ahead.
    const madeAt = Date.parse(created) - 5000;
    assert.deepEqual(
      [...instancePods({ statefulSet, pods, events: [] }, 5000)],
      [
        ["1", { madeAt, hasNodesName: false }],
        ["10", { madeAt, hasNodesName: false }],
      ],
    );
  });
  it("does not guess when they were made", () => {
    const pods = [{ ...pod("mesh-m-0"), spec: { hostNetwork: true } }];
    const [found] = instancePods({ statefulSet, pods, events: [] }, undefined).values();
    assert.deepEqual(found, { madeAt: undefined, hasNodesName: true });
  });
});
