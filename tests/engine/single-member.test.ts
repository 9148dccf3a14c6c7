import assert from "node:assert/strict";
import { names } from "./harness/admin";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type StateResource } from "./harness/stack";
import { resourceText } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

const skipAwait = "pulumi.com/skipAwait";

/** A function without a mesh around it, and a mesh in a cluster whose provider the program hands over. */
describe("a mesh of one, and a mesh on a given kubernetes provider", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "single";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const project = { name: "single", runtime: "nodejs", main: "index.js" };
    const files = { "Pulumi.yaml": project, "package.json": {}, "index.js": program() };
    stack = await Stack.create({ language: "nodejs", files, attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.doesNotMatch(result.output, /conflict between the 'provider' field/);
  });
  after(() => stack.remove());

  it("has the member's objects directly below it", async () => {
    const statefulSet = await find("apps/v1:StatefulSet alone");
    assert.match(statefulSet.parent ?? "", /::function-mesh:index:Function::alone$/);
    assert.deepEqual((await stack.outputs())["member"], {
      kind: "function",
      name: "alone",
      places: [
        {
          cluster: "east",
          kubernetesNamespace,
          pulsarCluster: "east",
          service: "alone",
          statefulSet: "alone",
        },
      ],
      subscription: "public/default/alone",
    });
    assert.deepEqual(await names(broker.adminUrl, "/persistent/public/default/single-in/subscriptions"), [
      "public/default/alone",
    ]);
  });

  it("waits itself where it has a kubeconfig", async () => {
    assert.equal((await metadata("alone")).annotations?.[skipAwait], "true");
    assert.ok("kubeconfig" in ((await find("Rollout alone")).inputs ?? {}));
  });

  it("lets the kubernetes plugin wait where it was given a provider", async () => {
    const { resources } = await stack.state();
    const providers = resources.filter(({ type }) => type === "pulumi:providers:kubernetes");
    assert.deepEqual(providers.map(({ urn }) => resourceText(urn)).sort(), [
      "pulumi:providers:kubernetes alone-east",
      "pulumi:providers:kubernetes own",
    ]);
    const statefulSet = await find("apps/v1:StatefulSet guest-busy");
    assert.match(statefulSet.provider ?? "", /::pulumi:providers:kubernetes::own::/);
    assert.equal((await metadata("guest-busy")).annotations?.[skipAwait], undefined);
    assert.ok(!("kubeconfig" in ((await find("Rollout guest-busy")).inputs ?? {})));
    // The pods become ready only after a while, and the update has ended.
    const ready = ["get", "statefulset", "guest-busy", "-o", "jsonpath={.status.readyReplicas}"];
    assert.equal(await cluster.kubectl("-n", kubernetesNamespace, ...ready), "1");
  });

  it("changes nothing when nothing changed, and leaves nothing", async () => {
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    const destroyed = await stack.destroy();
    assert.equal(destroyed.code, 0, destroyed.output);
    const left = await cluster.kubectl("-n", kubernetesNamespace, "get", "statefulsets,services,secrets", "-o", "name");
    assert.equal(left.trim(), "");
  });

  async function find(text: string): Promise<StateResource> {
    const { resources } = await stack.state();
    const found = resources.find(({ urn }) => resourceText(urn) === text);
    assert.ok(found, text);
    return found;
  }

  async function metadata(name: string): Promise<{ readonly annotations?: Readonly<Record<string, string>> }> {
    return JSON.parse(await cluster.kubectl("-n", kubernetesNamespace, "get", "statefulset", name, "-o", "json"))
      .metadata;
  }

  const program = (): string => `
const fs = require("node:fs");
const k8s = require("@pulumi/kubernetes");
const fm = require("pulumi-function-mesh");
const pulsar = { east: { adminUrl: "${broker.adminUrl}", serviceUrl: "${broker.serviceUrl}" } };
const defaults = { rollout: { attachment: false, timeoutSeconds: 60 } };
const work = { className: "work.Work", python: { py: "/work/work.py" }, image: "example/runner:1" };

const alone = new fm.Function("alone", {
  pulsar, defaults, kubernetes: { east: { kubeconfig: "${cluster.kubeconfig}", namespace: "${kubernetesNamespace}" } },
  ...work, input: { topics: ["single-in"] }, output: { topic: "single-out" },
});
const own = new k8s.Provider("own", { kubeconfig: fs.readFileSync("${cluster.kubeconfig}", "utf8") });
new fm.FunctionMesh("guest", {
  pulsar, defaults, kubernetes: { east: { namespace: "${kubernetesNamespace}" } },
  functions: {
    busy: { ...work, input: { topics: ["guest-in"] }, pod: { annotations: { "fm.test/ready-delay": "2s" } } },
    idle: { ...work, input: { topics: ["guest-in"] }, replicas: 0 },
  },
}, { providers: [own] });
exports.member = alone.member;
`;
});
