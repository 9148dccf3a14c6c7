import assert from "node:assert/strict";
import type { Container } from "../../../provider/model/kubernetes-types";
import type { MemberPlan } from "../../../provider/model/plan";
import { podSecurityOf } from "../../../provider/model/pod-security";
import type { PodSpec } from "../../../provider/model/pod-spec";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const memberOf = (pod: PodSpec): MemberPlan =>
  onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod }) } })).member;
/** The same were it a component of an operator manifest. */
const componentOf = (pod: PodSpec): MemberPlan => ({
  ...memberOf(pod),
  origin: { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "pulsar" } },
});
const unknown: readonly Container[] = JSON.parse(JSON.stringify(placeholder("unknown", 1)));

const shared = { runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: "RuntimeDefault" } };
const root = { name: "tune", securityContext: { runAsUser: 0 } };
const perhaps = { name: "tune", securityContext: { runAsNonRoot: false } };
const other = { name: "proxy", securityContext: { runAsUser: 65534 } };

describe("podSecurityOf", () => {
  it("is what is stated, as a whole", () => {
    assert.deepEqual(podSecurityOf(memberOf({ securityContext: { runAsUser: 5 } })), { runAsUser: 5 });
    const stated = { runAsNonRoot: true };
    assert.deepEqual(podSecurityOf(componentOf({ securityContext: stated, sidecars: [root] })), stated);
  });

  it('is else what "restricted" asks for', () => {
    for (const pod of [{}, { sidecars: [root] }]) {
      assert.deepEqual(podSecurityOf(memberOf(pod)), { runAsNonRoot: true, runAsUser: 10001, ...shared });
    }
  });

  const asOperator = { runAsUser: 10000, ...shared };
  for (const { name, pod, isForbidden } of [
    { name: "without containers of the user's", pod: {}, isForbidden: true },
    { name: "where none is root", pod: { sidecars: [other], initContainers: [other] }, isForbidden: true },
    { name: "beside containers that are not known", pod: { sidecars: unknown }, isForbidden: true },
    { name: "beside a root sidecar", pod: { sidecars: [other, root] }, isForbidden: false },
    { name: "beside a root container before", pod: { initContainers: [root] }, isForbidden: false },
    { name: "beside one that may be root", pod: { sidecars: [perhaps] }, isForbidden: false },
  ]) {
    it(`${isForbidden ? "forbids" : "allows"} root in a component ${name}`, () =>
      assert.deepEqual(
        podSecurityOf(componentOf(pod)),
        isForbidden ? { runAsNonRoot: true, ...asOperator } : asOperator,
      ));
  }
});
