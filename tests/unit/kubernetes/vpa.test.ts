import assert from "node:assert/strict";
import { renderVpa } from "../../../provider/kubernetes/vpa";
import type { VpaSpec } from "../../../provider/model/autoscaling";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const specOf = (vpa?: VpaSpec) => {
  const pod = vpa === undefined ? {} : { vpa };
  return renderVpa(onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod }) } })))?.spec;
};
const targetRef = { apiVersion: "apps/v1", kind: "StatefulSet", name: "mesh-f" };

describe("vpa", () => {
  it("is not there unless it is asked for", () => assert.equal(specOf(), undefined));
  it("leaves everything to the autoscaler's own defaults", () => assert.deepEqual(specOf({}), { targetRef }));
  it("takes policies as they are stated", () => {
    const vpa: VpaSpec = {
      updatePolicy: { updateMode: "Off" },
      resourcePolicy: { containerPolicies: [{ containerName: "*", mode: "Off" }] },
    };
    assert.deepEqual(specOf(vpa), { targetRef, ...vpa });
  });
});
