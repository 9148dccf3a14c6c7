import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import {
  imageFunction,
  kubernetesEntry,
  meshProject,
  project,
  pulsarEntry,
  simulatedRollout,
} from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** The plugin is told to take over fields that others have set; a whole StatefulSet of somebody else it must not. */
describe("a StatefulSet of a member's name", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "owners";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", files: program({}), attach: true });
    await up({});
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("is blended with somebody else's by an apply that takes fields over, which numbers that others set need", async () => {
    const mine = ["--server-side", "--field-manager=pulumi-kubernetes-1"];
    await write("apply", workload("blend", { app: "blend" }, 2), ...mine);
    await kubectl("scale", "statefulset", "blend", "--replicas=3");
    const other = workload("blend", { app: "blend" }, 4);
    await assert.rejects(write("apply", other, ...mine), /conflict.*\.spec\.replicas/s);
    await write("apply", workload("blend", { app: "blend" }, 3), ...mine);
    await kubectl("scale", "statefulset", "blend", "--replicas=5");
    await write("apply", other, ...mine, "--force-conflicts");
    assert.equal(await get("blend", "{.spec.replicas}"), "4");
    const theirs = ["--server-side", "--field-manager=pulumi-kubernetes-2"];
    await assert.rejects(write("apply", workload("blend", { app: "blend" }, 5), ...theirs), /conflict/);
    await write("apply", workload("blend", { app: "blend" }, 5), ...theirs, "--force-conflicts");
    assert.equal(await get("blend", "{.spec.replicas}"), "5");
    await kubectl("delete", "statefulset", "blend");
  });

  it("is left alone where it is somebody else's, and a preview says so", async () => {
    await write("create", workload("owners-taken", { app: "foreign" }, 1));
    const uid = await get("owners-taken", "{.metadata.uid} {.metadata.generation}");
    stack.write(program({ taken: {} }));
    const says = /functions\.taken: the Kubernetes namespace owners has a StatefulSet owners-taken of somebody else/;
    const previewed = await stack.preview();
    assert.equal(previewed.code, 0, previewed.output);
    assert.match(previewed.output, says);
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, says);
    assert.equal(await get("owners-taken", "{.metadata.uid} {.metadata.generation}"), uid);
    await kubectl("delete", "statefulset", "owners-taken");
    await up({ taken: {} });
    await up({});
  });

  it("is left alone where it took the place of the member's own", async () => {
    await kubectl("annotate", "statefulset", "owners-work", "--overwrite", "compute.functionmesh.io/owner=other");
    stack.write(program({ work: { pod: { annotations: { note: "a" } } } }));
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    const [, mark] = /run "(kubectl annotate [^"]*)"/.exec(refused.output) ?? [];
    assert.equal(await get("owners-work", "{.spec.template.metadata.annotations.note}"), "");
    assert.ok(mark !== undefined, refused.output);
    await cluster.kubectl(...mark.split(" ").slice(1));
    await up({ work: { pod: { annotations: { note: "a" } } } });
    assert.equal(await get("owners-work", "{.spec.template.metadata.annotations.note}"), "a");
  });

  it("is the member's own also when the stack got another name", async () => {
    const owner = await get("owners-work", "{.metadata.annotations.compute\\.functionmesh\\.io/owner}");
    const renamed = await stack.pulumi("stack", "rename", "renamed");
    assert.equal(renamed.code, 0, renamed.output);
    await up({});
    assert.notEqual(await get("owners-work", "{.metadata.annotations.compute\\.functionmesh\\.io/owner}"), owner);
    const again = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("is the member's own when its ConfigFile got another name and has its old one as an alias", async () => {
    const files = await Stack.create({ language: "yaml", files: configFile("first"), attach: true });
    const made = await files.up();
    assert.equal(made.code, 0, made.output);
    const uid = await get("moved-function", "{.metadata.uid}");
    files.write(configFile("second", { aliases: ["urn:pulumi:test::files::function-mesh:index:ConfigFile::first"] }));
    const taken = await files.up();
    assert.equal(taken.code, 0, taken.output);
    assert.equal(await get("moved-function", "{.metadata.uid}"), uid);
    const again = await files.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    const destroyed = await files.destroy();
    await files.remove();
    assert.equal(destroyed.code, 0, destroyed.output);
  });

  async function up(members: Readonly<Record<string, Properties>>): Promise<void> {
    stack.write(program(members));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  async function write(verb: "apply" | "create", object: object, ...args: readonly string[]): Promise<void> {
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    writeFileSync(file, JSON.stringify(object));
    await kubectl(verb, "-f", file, ...args);
  }

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);
  const get = (name: string, path: string): Promise<string> =>
    kubectl("get", "statefulset", name, "-o", `jsonpath=${path}`);

  const configFile = (name: string, options: Properties = {}) =>
    project("files", {
      [name]: {
        type: "function-mesh:ConfigFile",
        properties: {
          text: manifest,
          pulsar: { east: pulsarEntry(broker) },
          kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
          pulsarConfigs: { "east-pulsar": "east" },
          rollout: simulatedRollout,
        },
        options,
      },
    });

  const program = (members: Readonly<Record<string, Properties>>) =>
    meshProject("owners", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { rollout: simulatedRollout },
      topics: { in: {} },
      functions: Object.fromEntries(
        Object.entries({ work: { replicas: 1 }, ...members }).map(([key, fields]) => [
          key,
          imageFunction("in", undefined, fields),
        ]),
      ),
    });
});

const workload = (name: string, labels: Readonly<Record<string, string>>, replicas: number): object => ({
  apiVersion: "apps/v1",
  kind: "StatefulSet",
  metadata: { name },
  spec: {
    replicas,
    serviceName: name,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: "main", image: "example/foreign:1" }] } },
  },
});

const manifest = `
apiVersion: compute.functionmesh.io/v1alpha1
kind: Function
metadata: { name: moved }
spec:
  className: work.Work
  image: example/runner:1
  replicas: 1
  input: { topics: [persistent://public/default/in] }
  resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 500m, memory: 256Mi } }
  python: { py: /work/work.py }
  pulsar: { pulsarConfig: east-pulsar }
`;
