import assert from "node:assert/strict";
import { join } from "node:path";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** An autoscaler and the program never fight about the number of instances. Counts as 15 tests. */
describe("a member with an autoscaler", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "autoscaling";
  const scaled = { autoscaling: { minReplicas: 2, maxReplicas: 5, cpu: 70 } };

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await cluster.kubectl("apply", "-f", join(__dirname, "harness", "scaling-crds.yaml"));
    await cluster.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
    stack = await Stack.create({ language: "yaml", files: program(scaled), attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("has a HorizontalPodAutoscaler of its StatefulSet", async () => {
    const path = "{.spec.scaleTargetRef.kind}/{.spec.scaleTargetRef.name} {.spec.minReplicas} {.spec.maxReplicas}";
    const found = await get("horizontalpodautoscaler", path);
    assert.equal(found, "StatefulSet/scaled-work 2 5");
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("keeps the number of instances that the autoscaler has come to, whatever else changes", async () => {
    await scaleTo(4);
    const seen = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(seen.code, 0, seen.output);
    await apply({ ...scaled, pod: { annotations: { note: "other" } } });
    assert.equal(await replicas(), "4");
  });

  it("takes over from a fixed number without a reset, and gives back", async () => {
    await apply({ replicas: 4 });
    assert.equal(await replicas(), "4");
    assert.equal(await cluster.kubectl("-n", kubernetesNamespace, "get", "horizontalpodautoscalers", "-o", "name"), "");
    await apply(scaled);
    assert.equal(await replicas(), "4");
  });

  it("is not held back by the autoscaler it had, though that is deleted last", async () => {
    // The instances that there are restart one after the other, which takes longer than the autoscaler sleeps.
    const slow = { pod: { annotations: { "fm.test/ready-delay": "5s" } } };
    await apply({ ...slow, replicas: 8 });
    assert.equal(await replicas(), "8");
    await apply(scaled);
  });

  it("stops while it is paused, and starts again", async () => {
    await apply({ ...scaled, paused: true });
    assert.equal(await replicas(), "0");
    await apply(scaled);
    assert.ok(Number(await replicas()) >= 1);
  });

  it("may be scaled by its backlog, down to nothing, or vertically", async () => {
    await apply({ autoscaling: { minReplicas: 0, maxReplicas: 5, backlog: { messagesPerInstance: 100 } } });
    const trigger = await get("scaledobject", "{.spec.minReplicaCount} {.spec.triggers[0].metadata.subscription}");
    assert.equal(trigger, "0 public/default/work");
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    await apply({ replicas: 1, pod: { vpa: { updatePolicy: { updateMode: "Initial" } } } });
    assert.equal(await get("verticalpodautoscaler", "{.spec.updatePolicy.updateMode}"), "Initial");
    assert.equal(await cluster.kubectl("-n", kubernetesNamespace, "get", "scaledobjects", "-o", "name"), "");
  });

  async function apply(work: Properties): Promise<void> {
    stack.write(program(work));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  const get = (kind: string, path: string): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", kind, "scaled-work", "-o", `jsonpath=${path}`);
  const replicas = (): Promise<string> => get("statefulset", "{.spec.replicas}");
  const scaleTo = (count: number): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "scale", "statefulset", "scaled-work", `--replicas=${count}`);

  const program = (work: Properties) =>
    meshProject("scaled", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { rollout: { ...simulatedRollout, timeoutSeconds: 180 } },
      topics: { in: {} },
      functions: { work: imageFunction("in", undefined, work) },
    });
});
