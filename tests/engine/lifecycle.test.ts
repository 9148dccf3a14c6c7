import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import { kubernetes, pulsar } from "./harness/servers";
import { produce } from "./pulsar/client";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

const code = `class Enrich:
    def process(self, input, context):
        return input + context.get_user_config_value("suffix")
`;

/** A mesh of one function from local code, from its first preview to nothing left. */
describe("lifecycle of a mesh", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "lifecycle";
  const statefulSet = "orders-enrich";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await cluster.kubectl("label", "namespace", kubernetesNamespace, "pod-security.kubernetes.io/enforce=restricted");
    const files = {
      "Pulumi.yaml": { name: "orders", runtime: "nodejs", main: "index.js" },
      "index.js": program({}),
      "enrich.py": code,
    };
    stack = await Stack.create({ language: "nodejs", files, attach: true });
  });
  after(async () => {
    await stack.remove();
  });

  it("previews before anything exists", async () => {
    const result = await stack.preview();
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /\+ 1[0-9] to create/);
    assert.equal((await admin(broker.adminUrl, "/tenants/retail")).status, 404);
  });

  it("deploys", async () => {
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.equal(await replicas(), "1/1");
    assert.deepEqual(await names(broker.adminUrl, "/persistent/retail/orders/clicks/subscriptions"), [
      "retail/orders/enrich",
    ]);
    assert.deepEqual((await stack.outputs())["members"], {
      enrich: {
        kind: "function",
        name: "enrich",
        places: [{ cluster: "east", kubernetesNamespace, pulsarCluster: "east", service: statefulSet, statefulSet }],
        subscription: "retail/orders/enrich",
      },
    });
  });

  it("changes nothing when nothing changed", async () => {
    const before = await podUid();
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /\d+ unchanged/);
    assert.doesNotMatch(result.output, /updated|created|replaced|deleted/);
    assert.equal(await podUid(), before);
    const refreshed = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(refreshed.code, 0, refreshed.output);
  });

  const rolling: readonly { readonly what: string; readonly options: ProgramOptions; readonly rolls: boolean }[] = [
    { what: "its configuration", options: { suffix: "?" }, rolls: true },
    { what: "its code", options: { suffix: "?", code: `${code}\n# changed\n` }, rolls: true },
    { what: "its image", options: { suffix: "?", image: "example/runner:2" }, rolls: true },
    {
      what: "its secret",
      options: { suffix: "?", image: "example/runner:2", password: "planted-second" },
      rolls: true,
    },
    {
      what: "the number of replicas",
      options: { suffix: "?", image: "example/runner:2", password: "planted-second", replicas: 2 },
      rolls: false,
    },
  ];
  for (const { what, options, rolls } of rolling) {
    it(`${rolls ? "restarts" : "does not restart"} pods when ${what} changes`, async () => {
      const before = await podUid();
      stack.write({ "index.js": program(options), "enrich.py": options.code ?? code });
      const result = await stack.up();
      assert.equal(result.code, 0, result.output);
      assert.equal((await podUid()) !== before, rolls);
      assert.equal(await replicas(), `${options.replicas ?? 1}/${options.replicas ?? 1}`);
      const again = await stack.preview("--refresh", "--expect-no-changes");
      assert.equal(again.code, 0, again.output);
    });
  }

  it("keeps secrets out of the state, arguments and ConfigMaps", async () => {
    const { text } = await stack.state();
    const objects = await cluster.kubectl(
      "-n",
      kubernetesNamespace,
      "get",
      "configmaps,statefulsets,pods,services",
      "-o",
      "yaml",
    );
    for (const planted of ["planted-second", "planted-first"]) {
      assert.ok(!text.includes(planted), `the state shows ${planted}`);
      assert.ok(!objects.includes(planted), `an object shows ${planted}`);
      assert.ok(!stack.providerLog().includes(planted), `the plugin's log shows ${planted}`);
    }
    assert.ok(!text.includes("client-key-data"), "the state shows the kubeconfig");
  });

  it("destroys everything of its own, with what nobody has read", async () => {
    await produce(broker, "retail/orders/clicks");
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    assert.equal(
      (await cluster.kubectl("-n", kubernetesNamespace, "get", "statefulsets,services,secrets", "-o", "name")).trim(),
      "",
    );
    const configMaps = await cluster.kubectl("-n", kubernetesNamespace, "get", "configmaps", "-o", "name");
    assert.equal(configMaps.trim(), "configmap/kube-root-ca.crt");
    assert.equal((await admin(broker.adminUrl, "/tenants/retail")).status, 404);
  });

  async function replicas(): Promise<string> {
    const path = "{.status.readyReplicas}/{.spec.replicas}";
    return cluster.kubectl("-n", kubernetesNamespace, "get", "statefulset", statefulSet, "-o", `jsonpath=${path}`);
  }

  const podUid = (): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", "pod", `${statefulSet}-0`, "-o", "jsonpath={.metadata.uid}");

  interface ProgramOptions {
    readonly suffix?: string;
    readonly code?: string;
    readonly image?: string;
    readonly password?: string;
    readonly replicas?: number;
  }

  const program = (options: ProgramOptions): string => `
const pulumi = require("@pulumi/pulumi");
const fm = require("pulumi-function-mesh");
const mesh = new fm.FunctionMesh("orders", {
  pulsar: { east: { adminUrl: ${JSON.stringify(broker.adminUrl)}, serviceUrl: ${JSON.stringify(broker.serviceUrl)} } },
  kubernetes: { east: { kubeconfig: ${JSON.stringify(cluster.kubeconfig)}, namespace: "${kubernetesNamespace}" } },
  defaults: { tenant: "retail", namespace: "orders", rollout: { attachment: false, timeoutSeconds: 60 } },
  tenants: { retail: {} },
  namespaces: { "retail/orders": { retention: { minutes: 60, size: "1Gi" } } },
  functions: {
    enrich: {
      className: "enrich.Enrich", python: { code: new pulumi.asset.FileAsset("enrich.py") },
      input: { topics: ["clicks"] }, output: { topic: "enriched" },
      image: ${JSON.stringify(options.image ?? "example/runner:1")}, replicas: ${options.replicas ?? 1},
      config: { suffix: ${JSON.stringify(options.suffix ?? "!")} },
      secrets: { password: pulumi.secret(${JSON.stringify(options.password ?? "planted-first")}) },
    },
  },
});
exports.members = mesh.members;
exports.diagram = mesh.diagram;
`;
});
