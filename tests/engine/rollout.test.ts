import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** What a rollout must not take for done: a value that was put back, and fields that somebody added. */
describe("a rollout", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "rollout";
  const slow = { "fm.test/ready-delay": "3s" };

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", files: program(slow), attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("waits when a failed change is taken back", async () => {
    stack.write(program({ ...slow, "fm.test/fail": "ImagePullBackOff" }));
    const failed = await stack.up();
    assert.notEqual(failed.code, 0);

    stack.write(program(slow));
    const restored = await stack.up();
    assert.equal(restored.code, 0, restored.output);
    assert.equal(await ready(), "True", "the update ended before the member worked");
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("keeps no secret in clear when it fails", async () => {
    stack.write(program({ ...slow, "fm.test/fail": "ErrImagePull" }));
    assert.notEqual((await stack.up()).code, 0);
    assert.doesNotMatch((await stack.state()).text, /client-key-data/);
    stack.write(program(slow));
    assert.equal((await stack.up()).code, 0);
  });

  it("takes fields out again that somebody added", async () => {
    const before = await podSpec();
    const added = {
      nodeSelector: { "kubernetes.io/os": "linux" },
      tolerations: [{ key: "a", operator: "Exists" }],
      hostAliases: [{ ip: "127.0.0.1", hostnames: ["h"] }],
    };
    const body = JSON.stringify({ spec: { template: { spec: added } } });
    await cluster.kubectl("-n", kubernetesNamespace, "patch", "statefulset", "rolling-work", "-p", body);
    const steps = (await stack.steps("--refresh")).filter(({ op }) => op !== "same" && op !== "refresh");
    assert.deepEqual(
      steps.map(({ op, urn }) => `${op} ${urn.split("::").slice(2).join(" ").replace(/^.*\$/, "")}`),
      ["update function-mesh:index:Rollout rolling-work"],
    );
    const repaired = await stack.up("--refresh");
    assert.equal(repaired.code, 0, repaired.output);
    assert.equal(await podSpec(), before);
    const again = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("has nothing to do when a change was undone by hand", async () => {
    const set = (image: string) =>
      cluster.kubectl(
        "-n",
        kubernetesNamespace,
        "set",
        "image",
        "statefulset/rolling-work",
        `pulsar-function=${image}`,
      );
    await set("example/other:1");
    assert.equal((await stack.refresh()).code, 0);
    await set("example/runner:1");
    const undone = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(undone.code, 0, undone.output);
  });

  it("waits for a workload that was made anew under the same name", async () => {
    await cluster.kubectl("-n", kubernetesNamespace, "delete", "statefulset", "rolling-work", "--wait=true");
    const restored = await stack.up("--refresh");
    assert.equal(restored.code, 0, restored.output);
    assert.equal(await ready(), "True", "the update ended before the member worked");
  });

  it("is previewed with a kubeconfig file that the program is still to write", async () => {
    const path = join(stack.program, "kubeconfig-to-come");
    stack.write(program(slow, { ...kubernetesEntry(cluster, kubernetesNamespace), kubeconfig: path }));
    const previewed = await stack.preview();
    assert.equal(previewed.code, 0, previewed.output);
    const missing = await stack.up();
    assert.match(missing.output, /kubeconfig: there is no file at that path/);
    writeFileSync(path, cluster.kubeconfigText);
    const written = await stack.up();
    assert.equal(written.code, 0, written.output);
  });

  const get = (kind: string, name: string, path: string): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", kind, name, "-o", `jsonpath=${path}`);
  const ready = (): Promise<string> => get("pod", "rolling-work-0", '{.status.conditions[?(@.type=="Ready")].status}');
  const podSpec = (): Promise<string> => get("statefulset", "rolling-work", "{.spec.template.spec}");

  const program = (annotations: Properties, east = kubernetesEntry(cluster, kubernetesNamespace)) =>
    meshProject("rolling", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east },
      defaults: { rollout: simulatedRollout },
      topics: { in: {} },
      functions: { work: imageFunction("in", undefined, { pod: { annotations } }) },
    });
});
