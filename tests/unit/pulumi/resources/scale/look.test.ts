import assert from "node:assert/strict";
import type { V1Pod } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { isAppliedClientSide, keepingNumber } from "../../../../../provider/pulumi/resources/scale/look";

type Metadata = NonNullable<V1Pod["metadata"]>;

const owner = { apiVersion: "apps/v1", kind: "StatefulSet", name: "a", uid: "a", controller: true };

describe("keepingNumber", () => {
  const rows: readonly { readonly name: string; readonly pods: readonly Metadata[]; readonly want: number }[] = [
    { name: "nothing is left", pods: [], want: 0 },
    { name: "pods are left", pods: [{ name: "m-a-0" }, { name: "m-a-2" }], want: 3 },
    {
      name: "a pod is about to go",
      pods: [{ name: "m-a-0" }, { name: "m-a-9", deletionTimestamp: new Date(0) }],
      want: 1,
    },
    { name: "a pod is somebody's", pods: [{ name: "m-a-4", ownerReferences: [owner] }], want: 0 },
    { name: "a pod has another name", pods: [{ name: "m-a-b-4" }, { name: "m-a-x" }, { name: "m-a" }], want: 0 },
  ];
  for (const { name, pods, want } of rows)
    it(name, () =>
      assert.equal(
        keepingNumber(
          "m-a",
          pods.map((metadata) => ({ metadata })),
        ),
        want,
      ),
    );
});

describe("isAppliedClientSide", () => {
  it("is told by what client-side apply leaves on the object", () => {
    const annotations = { "kubectl.kubernetes.io/last-applied-configuration": "{}" };
    assert.equal(isAppliedClientSide({ metadata: { annotations } }), true);
    assert.equal(isAppliedClientSide({ metadata: {} }), false);
    assert.equal(isAppliedClientSide(undefined), false);
  });
});
