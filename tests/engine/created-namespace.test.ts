import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** `createNamespace`: a Kubernetes namespace that comes and goes with the mesh. */
describe("a Kubernetes namespace that the mesh creates", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "created-namespace";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    stack = await Stack.create({ language: "yaml", files: program(), attach: true });
  });
  after(() => stack.remove());

  it("is not taken over where there is one already", async () => {
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, new RegExp(`namespaces "${kubernetesNamespace}" already exists`));
    await cluster.kubectl("delete", "namespace", kubernetesNamespace);
  });

  it("is there before what is in it", async () => {
    const made = await stack.up();
    assert.equal(made.code, 0, made.output);
    const pods = await cluster.kubectl("-n", kubernetesNamespace, "get", "pods", "-o", "name");
    assert.equal(pods.trim(), "pod/created-work-0");
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("goes with the mesh", async () => {
    const destroyed = await stack.destroy();
    assert.equal(destroyed.code, 0, destroyed.output);
    const left = await cluster.kubectl("get", "namespace", kubernetesNamespace, "--ignore-not-found", "-o", "name");
    assert.equal(left.trim(), "");
  });

  const program = () =>
    meshProject("created", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: { ...kubernetesEntry(cluster, kubernetesNamespace), createNamespace: true } },
      defaults: { rollout: simulatedRollout },
      topics: { in: {} },
      functions: { work: imageFunction("created-namespace-in", undefined) },
    });
});
