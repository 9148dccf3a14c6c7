import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { type RandomStandIn, startRandomStandIn } from "./harness/random-stand-in";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** The random plugin cannot be obtained everywhere, so a stand-in of the tests makes the names here. */
describe("unique names, made by a stand-in for the random plugin", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let random: RandomStandIn;
  let stack: Stack;
  const kubernetesNamespace = "naming";
  const moved = "naming-moved";

  before(async () => {
    [cluster, broker, random] = await Promise.all([kubernetes("east"), pulsar("east"), startRandomStandIn()]);
    for (const name of [kubernetesNamespace, moved]) await cluster.kubectl("create", "namespace", name);
    const env = { PULUMI_DEBUG_PROVIDERS: `random:${random.port}` };
    stack = await Stack.create({ language: "yaml", files: program(kubernetesNamespace), env });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await random.stop();
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(await workloads(), []);
  });

  it("end in letters of their own and stay as long as nothing asks for others", async () => {
    const [name] = await workloads();
    assert.match(name ?? "", /^naming-work-[0-9a-f]{8}$/);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    assert.deepEqual(await workloads(), [name]);
  });

  it("let a new workload start before the old one stops when it cannot be changed as it is", async () => {
    const [old] = await workloads();
    stack.write(program(moved));
    const steps = (await stack.steps()).filter(({ urn }) => urn.includes("StatefulSet"));
    assert.deepEqual(
      steps.map(({ op }) => op),
      ["replace"],
    );
    const changed = await stack.up();
    assert.equal(changed.code, 0, changed.output);
    const [created, ...others] = await workloads();
    assert.deepEqual(others, []);
    assert.notEqual(created, old);
    assert.match(created ?? "", /^naming-work-[0-9a-f]{8}$/);
    const { output } = changed;
    const working = output.indexOf("Rollout naming-work updated");
    assert.ok(working > 0 && working < output.lastIndexOf("StatefulSet naming-work deleted"), output);
  });

  /** Names of the member's workloads in both namespaces. */
  const workloads = async (): Promise<readonly string[]> => {
    const names = await cluster.kubectl(
      "get",
      "statefulsets",
      "--all-namespaces",
      "-l",
      "app.kubernetes.io/part-of=naming",
      "-o",
      "jsonpath={.items[*].metadata.name}",
    );
    return names.split(" ").filter((name) => name !== "");
  };

  const program = (namespace: string) =>
    meshProject("naming", {
      naming: "unique",
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, namespace) },
      defaults: { rollout: simulatedRollout },
      topics: { in: {} },
      functions: { work: imageFunction("in", undefined) },
    });
});
