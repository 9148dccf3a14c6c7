import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** A member that cannot work fails the update early and with its reason, and harms no other. */
describe("a member that fails", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "failures";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await cluster.kubectl("label", "namespace", kubernetesNamespace, "pod-security.kubernetes.io/enforce=restricted");
    stack = await Stack.create({ language: "yaml", files: program(undefined), attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(() => stack.remove());

  const failing = (reason: string): Properties => ({ pod: { annotations: { "fm.test/fail": reason } } });
  const cases: readonly { readonly what: string; readonly member: Properties; readonly says: RegExp }[] = [
    {
      what: "an image that cannot be pulled",
      member: failing("ImagePullBackOff"),
      says: /\* functions\.bad: container \S+ of pod failing-bad-0 cannot start: ImagePullBackOff \(simulated\)\.$/m,
    },
    {
      what: "a container that keeps ending",
      member: failing("CrashLoopBackOff"),
      says: /\* functions\.bad: container \S+ of pod failing-bad-0 ended 5 times, last with exit code 1\.$/m,
    },
    {
      what: "pods that the Kubernetes namespace refuses",
      member: { pod: { volumes: [{ name: "host", hostPath: { path: "/" } }] } },
      says: /\* functions\.bad: pods of failing-bad are refused: .*failing-bad-0.* violates PodSecurity "restricted/m,
    },
    {
      what: "pods that do not become ready in time",
      member: {
        pod: { annotations: { "fm.test/ready-delay": "600s" } },
        rollout: { attachment: false, timeoutSeconds: 3 },
      },
      says: /\* functions\.bad: did not come to work in 3 s: .*pod failing-bad-0/m,
    },
  ];
  for (const { what, member, says } of cases) {
    it(`is named: ${what}`, async () => {
      const before = await podOf("failing-good");
      stack.write(program(member));
      const start = Date.now();
      const result = await stack.up();
      assert.notEqual(result.code, 0);
      assert.match(result.output, says);
      assert.ok(Date.now() - start < 25_000, `took ${Date.now() - start} ms`);
      assert.equal(await podOf("failing-good"), before);
    });
  }

  it("works once the mistake is mended", async () => {
    stack.write(program({}));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.match(await podOf("failing-bad"), /True/);
  });

  /** UID and readiness of a member's first pod. */
  const podOf = (name: string): Promise<string> => {
    const path = '{.metadata.uid} {.status.conditions[?(@.type=="Ready")].status}';
    return cluster.kubectl("-n", kubernetesNamespace, "get", "pod", `${name}-0`, "-o", `jsonpath=${path}`);
  };

  const program = (bad: Properties | undefined) =>
    meshProject("failing", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { tenant: "failures", namespace: "orders", rollout: simulatedRollout },
      tenants: { failures: {} },
      namespaces: { "failures/orders": {} },
      functions: {
        good: imageFunction("in", "mid"),
        ...(bad === undefined ? {} : { bad: imageFunction("mid", undefined, bad) }),
      },
    });
});
