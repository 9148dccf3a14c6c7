import assert from "node:assert/strict";
import { project } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** Keys are the user's words: what Kubernetes does not take in names is not their concern. */
describe("names", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  const kubernetesNamespace = "names";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
  });

  const member = {
    className: "m",
    python: { code: { "fn::stringAsset": "def process(input):\n    return input\n" } },
    input: { topics: ["in"] },
    secrets: { password: { "fn::secret": "planted" } },
  };
  const mesh = (functions: object, more: object = {}): object => ({
    type: "function-mesh:FunctionMesh",
    properties: {
      pulsar: { east: { adminUrl: broker.adminUrl, serviceUrl: broker.serviceUrl } },
      kubernetes: { east: { kubeconfig: cluster.kubeconfig, namespace: kubernetesNamespace } },
      defaults: { rollout: { attachment: false, timeoutSeconds: 60 } },
      topics: { in: {} },
      functions,
      ...more,
    },
  });

  it("of members may have capitals, underscores, dots and other letters", async () => {
    const functions = { enrichClicks: member, score_it: member, "v1.2": member, Größe: member };
    const stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: project("Names", { Orders_EU: mesh(functions) }),
    });
    try {
      const deployed = await stack.up();
      assert.equal(deployed.code, 0, deployed.output);
      const workloads = await cluster.kubectl("-n", kubernetesNamespace, "get", "statefulsets", "-o", "name");
      assert.equal(workloads.trim().split("\n").length, 4);
      const again = await stack.preview("--expect-no-changes");
      assert.equal(again.code, 0, again.output);
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
  });

  it("tell two meshes of one program apart when one of them fails", async () => {
    const failing = mesh({ f: { ...member, pod: { annotations: { "fm.test/fail": "ImagePullBackOff" } } } });
    const stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: project("two", {
        bad: failing,
        good: mesh({ g: { ...member, input: { topics: ["other"] } } }, { topics: { other: {} } }),
      }),
    });
    try {
      const result = await stack.up("--continue-on-error");
      assert.notEqual(result.code, 0);
      assert.match(result.output, /functions\.f: .*ImagePullBackOff/);
      assert.doesNotMatch(result.output, /resource 'good' has a problem/);
      const rollouts = (await stack.state()).resources.filter(({ type }) => type === "function-mesh:index:Rollout");
      assert.deepEqual(rollouts.map(({ urn }) => urn.split("::").pop()).sort(), ["bad-f", "good-g"]);
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
  });
});
