import assert from "node:assert/strict";
import { renderPodTemplate } from "../../../provider/kubernetes/pod";
import type { PodTemplateSpec } from "../../../provider/kubernetes/manifest";
import type { FunctionSpec } from "../../../provider/model/function";
import type { DefaultsSpec } from "../../../provider/model/mesh";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const template = (spec: Partial<FunctionSpec>, defaults: DefaultsSpec = {}) =>
  renderPodTemplate(onlyPlace(sampleMesh({ defaults, functions: { f: javaFunction(spec) } })), { config: "c" });

const names = (list: readonly { readonly name: string }[] | undefined): readonly string[] | undefined =>
  list?.map(({ name }) => name);

describe("pod", () => {
  it("has the instance's container first, then the mesh's own, then the user's", () => {
    const spec = { logTopic: "logs", logTopicAgent: "sidecar" as const, pod: { sidecars: [{ name: "proxy" }] } };
    assert.deepEqual(names(template(spec).spec.containers), ["pulsar-function", "filebeat", "proxy"]);
  });

  it("leaves the user's containers that run before as they are written", () => {
    const initContainers = [{ name: "prepare", env: [{ name: "A", value: "1" }] }];
    assert.deepEqual(template({ pod: { initContainers } }, { env: { B: "2" } }).spec.initContainers, initContainers);
  });

  it("shares variables with sidecars", () => {
    const { containers } = template({ pod: { sidecars: [{ name: "proxy" }] } }, { env: { B: "2" } }).spec;
    assert.deepEqual(containers[1]?.env, [{ name: "B", value: "2" }]);
  });

  it("replaces the security context as a whole", () =>
    assert.deepEqual(template({ pod: { securityContext: { runAsUser: 0 } } }).spec.securityContext, { runAsUser: 0 }));

  it("states nothing that Kubernetes says itself", () => {
    const plain = template({}).spec;
    const left: readonly (keyof PodTemplateSpec)[] = [
      "terminationGracePeriodSeconds",
      "initContainers",
      "tolerations",
      "imagePullSecrets",
      "nodeSelector",
    ];
    assert.deepEqual(
      left.filter((field) => field in plain),
      [],
    );
  });

  it("changes with the token, which is all that it is for", () => {
    const restarted = template({ restartToken: "2", pod: { annotations: { a: "1" } } });
    assert.deepEqual(restarted.metadata.annotations, { a: "1", "compute.functionmesh.io/restart-token": "2" });
    assert.deepEqual(restarted.spec, template({}).spec);
  });
});
