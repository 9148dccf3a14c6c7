import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { imageFunction, kubernetesEntry, project, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";

/** What another file of a package does to the members that use it. */
describe("members with packages", function () {
  this.timeout(300_000);
  const kubernetesNamespace = "packages";
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", files: { ...program({}), "enrich.py": "first" }, attach: true });
  });
  after(async () => {
    const destroyed = await stack.destroy();
    await stack.remove();
    assert.equal(destroyed.code, 0, destroyed.output);
  });

  const program = (version: { readonly version?: string }) =>
    project("packages", {
      admin: { type: "pulumi:providers:function-mesh", properties: { adminUrl: broker.adminUrl } },
      enrich: {
        type: "function-mesh:pulsar:Package",
        properties: {
          type: "function",
          tenant: "packages",
          namespace: "code",
          name: "enrich",
          content: { "fn::fileAsset": "./enrich.py" },
          ...version,
        },
        options: { provider: "${admin}" },
      },
      mesh: {
        type: "function-mesh:FunctionMesh",
        properties: {
          pulsar: { east: pulsarEntry(broker) },
          kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
          defaults: { tenant: "packages", namespace: "orders", rollout: simulatedRollout },
          tenants: { packages: {} },
          namespaces: { "packages/orders": {}, "packages/code": {} },
          functions: {
            enrich: imageFunction("in", undefined, { python: { py: "/work/work.py", pyLocation: "${enrich.url}" } }),
            other: imageFunction("in", undefined),
          },
          topics: { in: {} },
        },
      },
    });
  const template = (): Promise<string> =>
    cluster.kubectl(
      "-n",
      kubernetesNamespace,
      "get",
      "statefulset",
      "mesh-enrich",
      "-o",
      "jsonpath={.spec.template.spec}",
    );
  async function up(): Promise<void> {
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  it("are rolled alone, and before the old version goes", async () => {
    await up();
    assert.match(await template(), /a7937b64b8ca/);
    stack.write({ "enrich.py": "second" });
    assert.deepEqual(await changes(stack), [
      "replace pulsar:Package enrich",
      "update Rollout mesh-enrich",
      "update Scale mesh-enrich",
      "update Topology mesh",
      "update apps/v1:StatefulSet mesh-enrich",
    ]);
    const { output } = await stack.up();
    assert.match(output, /created replacement[^]*Rollout mesh-enrich updated[^]*deleted original/);
    assert.match(await template(), /16367aacb67a/);
  });

  it("are left alone where the version stays", async () => {
    stack.write(program({ version: "1.2" }));
    await up();
    const before = await template();
    stack.write({ "enrich.py": "third" });
    assert.deepEqual(await changes(stack), ["replace pulsar:Package enrich"]);
    await up();
    assert.equal(await template(), before);
    const bytes = await fetch(`${broker.adminUrl}/admin/v3/packages/function/packages/code/enrich/1.2`);
    assert.equal(await bytes.text(), "third");
  });
});
