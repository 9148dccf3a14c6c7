import assert from "node:assert/strict";
import { renderPodTemplate } from "../../../provider/kubernetes/pod";
import type { FunctionSpec } from "../../../provider/model/function";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const pulsar = { configMap: "pulsar" };
const origin = { componentName: "f", clusterName: "kubernetes", pulsar };

/** The volume that a sidecar gets under the operator's name for log files. */
function mountedBy(parts: Partial<FunctionSpec>): string | undefined {
  const sidecars = [
    { name: "reader", image: "reader:1", volumeMounts: [{ name: "filebeat-logs", mountPath: "/logs" }] },
  ];
  const { pod, ...rest } = parts;
  const spec = javaFunction({ logTopicAgent: "sidecar", ...rest, pod: { ...pod, sidecars } });
  const target = onlyPlace(sampleMesh({ functions: { f: spec } }));
  const { containers, volumes } = renderPodTemplate(
    { ...target, member: { ...target.member, origin } },
    { config: "c" },
  ).spec;
  const mount = containers.find(({ name }) => name === "reader")?.volumeMounts?.[0];
  assert.ok(
    [...volumes, ...(spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata)].some(
      (volume) => volume?.name === mount?.name,
    ),
  );
  return mount?.name;
}

describe("withOperatorMounts", () => {
  it("finds the mesh's own volume by the operator's name", () => assert.equal(mountedBy({}), "function-mesh-logs"));

  it("leaves a volume of the user's of that name", () => {
    assert.equal(mountedBy({ pod: { volumes: [{ name: "filebeat-logs", emptyDir: {} }] } }), "filebeat-logs");
    const volumeClaimTemplates = [{ metadata: { name: "filebeat-logs" }, spec: { accessModes: ["ReadWriteOnce"] } }];
    assert.equal(mountedBy({ volumeClaimTemplates }), "filebeat-logs");
  });
});
