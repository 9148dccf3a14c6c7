import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { type RandomStandIn, startRandomStandIn } from "./harness/random-stand-in";
import { kubernetes, pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";

const kubernetesNamespace = "replaced-on-roll";

type Properties = Readonly<Record<string, unknown>>;

/** The random plugin cannot be obtained everywhere, so a stand-in of the tests makes the names here. Counts as 15 tests. */
describe("members that are replaced on roll, named by a stand-in for the random plugin", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let random: RandomStandIn;
  let stack: Stack;

  before(async () => {
    [cluster, broker, random] = await Promise.all([kubernetes("east"), pulsar("east"), startRandomStandIn()]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const env = { PULUMI_DEBUG_PROVIDERS: `random:${random.port}` };
    stack = await Stack.create({ language: "yaml", files: program({}), env });
    succeeds(await stack.up());
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await random.stop();
    succeeds(result);
    assert.deepEqual(await workloads("work"), []);
  });

  it("have a new workload that works before the old one stops, and begins with as many instances", async () => {
    const [old, scaled] = [await workloads("work"), await workloads("scaled")];
    await cluster.kubectl("-n", kubernetesNamespace, "scale", "statefulset", String(scaled[0]), "--replicas=4");
    stack.write(program({ image: "example/runner:2" }));
    const preview = await stack.preview();
    assert.match(
      preview.output,
      /starts a new workload of work before the old one stops \(1 pod\), because image changed/,
    );
    assert.doesNotMatch(preview.output, /has one instance/);
    const { output } = succeeds(await stack.up());
    const [started, stopped] = [
      output.indexOf("Rollout replaced-work updated"),
      output.lastIndexOf("StatefulSet replaced-work deleted"),
    ];
    assert.ok(started > 0 && started < stopped, output);
    const [now, scaledNow] = [await workloads("work"), await workloads("scaled")];
    assert.equal(now.length, 1);
    assert.notDeepEqual(now, old);
    assert.equal(scaledNow.length, 1);
    assert.equal(await get("statefulset", String(scaledNow[0]), "{.spec.replicas}"), "4");
    await leavesNothingToDo();
  });

  for (const [what, change] of [
    ["configuration", { config: { limit: "2" } }],
    ["secrets", { config: { limit: "2" }, secrets: { key: "two" } }],
  ] as const)
    it(`are made anew for other ${what}`, async () => {
      const old = await workloads("work");
      stack.write(program({ image: "example/runner:2", ...change }));
      succeeds(await stack.up());
      const now = await workloads("work");
      assert.equal(now.length, 1);
      assert.notDeepEqual(now, old);
    });

  it("go on in the old version while the new one fails, and leave neither when it is mended", async () => {
    const [old = ""] = await workloads("work");
    const pod = await get("pod", `${old}-0`, "{.metadata.uid}");
    const failing = { pod: { annotations: { "fm.test/fail": "ImagePullBackOff" } } };
    stack.write(program({ image: "example/runner:3", ...failing }));
    for (const attempt of ["example/runner:3", "example/runner:4"]) {
      stack.write(program({ image: attempt, ...failing }));
      const failed = await stack.up();
      assert.notEqual(failed.code, 0);
      assert.match(failed.output, /functions\.work.*ImagePullBackOff/s);
      assert.equal(await get("pod", `${old}-0`, "{.metadata.uid} {.status.phase}"), `${pod} Running`);
    }
    stack.write(program({ image: "example/runner:5" }));
    succeeds(await stack.up());
    const now = await workloads("work");
    assert.equal(now.length, 1);
    assert.notDeepEqual(now, [old]);
    await leavesNothingToDo();
  });

  it("are warned of where they restart in place with one instance", async () => {
    const rollout = { replaceOnRoll: false };
    stack.write(program({ image: "example/runner:5", rollout }));
    succeeds(await stack.up());
    stack.write(program({ image: "example/runner:6", rollout }));
    const preview = succeeds(await stack.preview());
    assert.match(preview.output, /warning: work has one instance: should the new version not work, nothing runs of it/);
    stack.write(program({ image: "example/runner:5", rollout }));
  });

  function succeeds(result: RunResult): RunResult {
    assert.equal(result.code, 0, result.output);
    return result;
  }

  const leavesNothingToDo = async (): Promise<RunResult> => succeeds(await stack.up("--expect-no-changes"));

  const get = (kind: string, name: string, field: string): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", kind, name, "-o", `jsonpath=${field}`);

  async function workloads(member: string): Promise<readonly string[]> {
    const names = "jsonpath={.items[*].metadata.name}";
    const list = await cluster.kubectl("-n", kubernetesNamespace, "get", "statefulsets", "-o", names);
    return list.split(" ").filter((name) => name.startsWith(`replaced-${member}-`));
  }

  function program(work: Properties): Readonly<Record<string, object>> {
    const autoscaling = { minReplicas: 2, maxReplicas: 5, cpu: 70 };
    const { image = "example/runner:1" } = work;
    return meshProject("replaced", {
      naming: "unique",
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { rollout: { ...simulatedRollout, replaceOnRoll: true } },
      topics: { in: {} },
      functions: {
        work: imageFunction("in", undefined, { replicas: 1, secrets: { key: "one" }, ...work }),
        scaled: imageFunction("in", undefined, { autoscaling, image }),
      },
    });
  }
});
