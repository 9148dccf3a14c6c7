import assert from "node:assert/strict";
import { renderNamespace } from "../../../provider/kubernetes/namespace";
import type { KubernetesClusterSpec } from "../../../provider/model/kubernetes-cluster";

const cluster = (spec: KubernetesClusterSpec) => ({
  key: "east",
  childName: "mesh-east",
  kubernetesNamespace: "streaming",
  pulsarCluster: "east",
  spec,
});

describe("renderNamespace", () => {
  it("makes the namespace that the mesh is to own", () => {
    assert.deepEqual(renderNamespace(cluster({ createNamespace: true })), {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "streaming" },
    });
  });
  for (const spec of [{}, { createNamespace: false }]) {
    it(`makes none for ${JSON.stringify(spec)}`, () => assert.equal(renderNamespace(cluster(spec)), undefined));
  }
});
