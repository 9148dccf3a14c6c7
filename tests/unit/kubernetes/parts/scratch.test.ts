import assert from "node:assert/strict";
import { renderPodTemplate } from "../../../../provider/kubernetes/pod";
import type { VolumeMount } from "../../../../provider/model/kubernetes-types";
import { onlyPlace } from "../../rendered-objects";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const scratch = { name: "function-mesh-scratch", mountPath: "/tmp" };

/** Mounts and volumes of an instance whose user mounts something. */
function rendered(volumeMounts: readonly VolumeMount[]) {
  const volumes = [{ name: "mine", emptyDir: { medium: "Memory" } }];
  const target = onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod: { volumes }, volumeMounts }) } }));
  const { containers, volumes: all } = renderPodTemplate(target, { config: "c" }).spec;
  return { mounts: containers[0]?.volumeMounts, volumes: all.map(({ name }) => name) };
}

describe("parts/scratch", () => {
  it("gives the instance a directory to write to", () => {
    const data = { name: "mine", mountPath: "/tmp/data" };
    assert.deepEqual(rendered([data]), { mounts: [scratch, data], volumes: ["function-mesh-scratch", "mine"] });
  });

  for (const mountPath of ["/tmp", "/tmp/"]) {
    it(`leaves ${mountPath} to a volume of the user's`, () => {
      const own = { name: "mine", mountPath };
      assert.deepEqual(rendered([own]), { mounts: [own], volumes: ["mine"] });
    });
  }
});
