import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes } from "./harness/steps";

const kubernetesNamespace = "other-place";

/** Members that change their Kubernetes cluster; both clusters use one Pulsar cluster. */
describe("members that move", () => {
  let planes: Readonly<Record<"east" | "west", ControlPlane>>;
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    const [east, west, main] = await Promise.all([kubernetes("east"), kubernetes("west"), pulsar("east")]);
    planes = { east, west };
    broker = main;
    for (const plane of [east, west]) await plane.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", files: program("east") });
  });
  after(() => stack.remove());

  it("keep their URNs and are replaced", async () => {
    succeeds(await stack.up());
    stack.write(program("west"));
    const planned = await changes(stack);
    for (const name of ["f", "once", "s"])
      assert.ok(planned.includes(`replace apps/v1:StatefulSet moving-${name}`), planned.join("\n"));
  });

  it("start in the new place before they stop in the old one, but for what runs once only, which stops first", async () => {
    const before = await names(broker.adminUrl, "/persistent/moving/orders/in/subscriptions");
    const result = await stack.up();
    succeeds(result);
    const at = (name: string, what: string): number =>
      result.output.search(new RegExp(`(StatefulSet|Rollout) moving-${name} ${what}`));
    assert.ok(at("f", "updated") > 0 && at("f", "updated") < at("f", "deleting original"), result.output);
    for (const name of ["once", "s"]) {
      const ended = at(name, "deleted original");
      assert.ok(ended > 0 && ended < at(name, "creating replacement"), result.output);
    }
    assert.deepEqual(await workloads("east"), []);
    assert.deepEqual(await workloads("west"), ["moving-f", "moving-once", "moving-s"]);
    assert.deepEqual(await names(broker.adminUrl, "/persistent/moving/orders/in/subscriptions"), before);
    assert.deepEqual(await changes(stack), []);
  });

  it("leave nothing behind in either cluster", async () => {
    for (const key of ["east", "west"] as const) {
      const pods = await planes[key].kubectl(
        "-n",
        kubernetesNamespace,
        "get",
        "services,configmaps,secrets",
        "-o",
        "name",
      );
      const ours = pods.split("\n").filter((name) => name.includes("moving"));
      assert.equal(ours.length > 0, key === "west", `${key}: ${ours.join(", ")}`);
    }
    succeeds(await stack.destroy());
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  async function workloads(key: "east" | "west"): Promise<readonly string[]> {
    const path = "jsonpath={.items[*].metadata.name}";
    const list = await planes[key].kubectl("-n", kubernetesNamespace, "get", "statefulsets", "-o", path);
    return list.split(" ").filter((name) => name !== "");
  }

  function program(cluster: "east" | "west") {
    return meshProject("moving", {
      pulsar: { main: pulsarEntry(broker) },
      kubernetes: {
        east: kubernetesEntry(planes.east, kubernetesNamespace),
        west: kubernetesEntry(planes.west, kubernetesNamespace),
      },
      defaults: { cluster, tenant: "moving", namespace: "orders", rollout: simulatedRollout },
      tenants: { moving: {} },
      namespaces: { "moving/orders": { deduplication: true } },
      topics: { out: { terminal: true } },
      sources: {
        s: {
          connector: "/pulsar/connectors/x.nar",
          className: "com.acme.Source",
          image: "example/runner:1",
          output: { topic: "in" },
        },
      },
      functions: {
        f: imageFunction("in", "out", { secrets: { key: "value" } }),
        once: imageFunction("in", "out", { processingGuarantee: "effectively_once" }),
      },
    });
  }
});
