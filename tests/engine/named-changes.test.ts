import assert from "node:assert/strict";
import { project } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** A preview tells a reviewer in sentences what the change of a mesh means. */
describe("named changes", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "named-changes";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", attach: true, files: mesh({ replicas: 2 }, "one") });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
  });

  after(async () => {
    const destroyed = await stack.destroy();
    await stack.remove();
    assert.equal(destroyed.code, 0, destroyed.output);
  });

  const mesh = (member: object, password: string, others: object = {}): Readonly<Record<string, object>> => {
    const functions = {
      enrich: {
        className: "m",
        python: { code: { "fn::stringAsset": "def process(input):\n    return input\n" } },
        input: { topics: ["in"] },
        config: { limit: "planted-limit" },
        secrets: { password: { "fn::secret": `planted-${password}` } },
        ...member,
      },
      ...others,
    };
    return project("changes", {
      orders: {
        type: "function-mesh:FunctionMesh",
        properties: {
          pulsar: { east: { adminUrl: broker.adminUrl, serviceUrl: broker.serviceUrl } },
          kubernetes: { east: { kubeconfig: cluster.kubeconfig, namespace: kubernetesNamespace } },
          defaults: { rollout: { attachment: false, timeoutSeconds: 60 } },
          topics: { in: {} },
          functions,
        },
      },
    });
  };

  it("are not there without a change", async () => {
    const preview = await stack.preview("--expect-no-changes");
    assert.equal(preview.code, 0, preview.output);
    assert.doesNotMatch(preview.output, /functions\.enrich/);
    const up = await stack.up("--expect-no-changes");
    assert.equal(up.code, 0, up.output);
    assert.doesNotMatch(up.output, /functions\.enrich/);
  });

  it("stand below the preview, in order, and tell no secret", async () => {
    const code = { "fn::stringAsset": "def process(input):\n    return None\n" };
    stack.write(mesh({ replicas: 3, python: { code }, config: { limit: "planted-other" } }, "one"));
    const preview = await stack.preview();
    assert.equal(preview.code, 0, preview.output);
    assert.match(
      preview.output,
      /function-mesh:index:Topology \(orders\):\s+functions\.enrich: rolls 2 pods of enrich because config\.limit changed and python\.code changed; no message loss: at-least-once\n\s+functions\.enrich\.replicas: scales enrich to 3 instances \(was 2\)/,
    );
    assert.doesNotMatch(preview.output, /planted/);
  });

  it("show the change of the mesh in a detailed preview, and no bookkeeping", async () => {
    const { code, output } = await stack.preview("--diff");
    assert.equal(code, 0, output);
    assert.match(
      output,
      /function-mesh:index:Topology: \(update\)\n( +\[.*\n)+ +~ facts \(hidden\)\n +~ topology: \{\n +~ members: \[\n +~ \[0\]: \{\n +~ replicas: 2 => 3\n/,
    );
  });

  it("show a member that comes before the others as the only one that is new", async () => {
    const alpha = { className: "m", image: "example/runner:1", python: { py: "/m.py" }, input: { topics: ["in"] } };
    stack.write(mesh({ replicas: 2 }, "one", { alpha }));
    const { code, output } = await stack.preview("--diff");
    assert.equal(code, 0, output);
    const [, shown = ""] = /index:Topology: \(update\)\n([^]*?)\nResources:/.exec(output) ?? [];
    const places = shown.split("\n").filter((line) => /^ {14}\S/.test(line));
    assert.deepEqual(places, ["              + [0]: {", "              + [0]: {"], shown);
    assert.match(shown, /\+ name +: "alpha"/);
  });

  it("keep nothing in the state from which a secret's change could be told", async () => {
    const topologyOf = async () =>
      (await stack.state()).resources.find(({ type }) => type === "function-mesh:index:Topology")?.inputs;
    stack.write(mesh({ replicas: 2 }, "one"));
    const before = await topologyOf();
    stack.write(mesh({ replicas: 2 }, "two"));
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    assert.doesNotMatch(up.output, /functions\.enrich: rolls/);
    assert.deepEqual(await topologyOf(), before);
    assert.doesNotMatch(JSON.stringify(before), /planted/);
  });
});
