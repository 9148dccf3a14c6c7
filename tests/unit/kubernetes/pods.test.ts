import assert from "node:assert/strict";
import type { ObservedPod } from "../../../provider/kubernetes/observed";
import { tellingPod } from "../../../provider/kubernetes/pods";

const pod = (name: string, revision: string, ready: boolean, deletionTimestamp?: string): ObservedPod => ({
  metadata: {
    name,
    labels: { "controller-revision-hash": revision },
    ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }),
  },
  status: { conditions: [{ type: "Ready", status: ready ? "True" : "False" }] },
});

describe("tellingPod", () => {
  const rows: readonly { name: string; pods: readonly ObservedPod[]; want: string | undefined }[] = [
    { name: "none of none", pods: [], want: undefined },
    { name: "the first where all are ready", pods: [pod("a-1", "new", true), pod("a-0", "new", true)], want: "a-0" },
    { name: "the first that is not ready", pods: [pod("a-0", "new", true), pod("a-1", "new", false)], want: "a-1" },
    { name: "one of the revision", pods: [pod("a-0", "old", false), pod("a-1", "new", true)], want: "a-1" },
    { name: "one of the revision before, for want of another", pods: [pod("a-0", "old", true)], want: "a-0" },
    { name: "none that is ending", pods: [pod("a-0", "new", false, "2026-01-01T00:00:00Z")], want: undefined },
  ];
  for (const { name, pods, want } of rows)
    it(`is ${name}`, () =>
      assert.equal(tellingPod({ statefulSet: { status: { updateRevision: "new" } }, pods }), want));
});
