import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPlan } from "../../provider/kubernetes/render-plan";
import { planManifests } from "../../provider/model/operator/plan-manifests";
import type { ControlPlane } from "../../tools/run/control-plane";
import { eventually } from "../tools/run-traces";
import { AdmissionWebhook } from "./harness/admission-webhook";
import { guideBlock, GuideShell, type ShellResult } from "./harness/guide";
import {
  definitionNames,
  operatorDefinitions,
  operatorLabels,
  operatorObject,
  operatorWorkload,
} from "./harness/operator-workloads";
import { kubernetes } from "./harness/servers";
import { Stack } from "./harness/stack";

const page = "docs/guides/moving-from-the-operator.md";
const letGo = "4. Let the operator go, and leave its workloads";
const deleting = `\`\`\`sh
( set -e
  for each in $(kubectl get function,source,sink,functionmesh -n streaming -o name); do
    kubectl patch`;
const cleanup = "cleanup.subscription.finalizer";
const kinds = "functionmesh,function,source,sink";

const resources = { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "64Mi" } };
const enrich = {
  className: "com.acme.Enrich",
  replicas: 2,
  input: { topics: ["persistent://acme/retail/orders"] },
  output: { topic: "persistent://acme/retail/enriched" },
  resources,
  pulsar: { pulsarConfig: "retail" },
  java: { jar: "/pulsar/enrich.jar" },
};
const store = {
  className: "com.acme.Store",
  input: { topics: ["persistent://acme/retail/enriched"] },
  sinkConfig: { table: "orders" },
  cleanupSubscription: true,
  resources,
  pulsar: { pulsarConfig: "retail" },
  java: { jar: "/pulsar/store.nar" },
};
const mesh = operatorObject(
  "FunctionMesh",
  { name: "orders" },
  { spec: { functions: [{ name: "enrich", ...enrich }] } },
);
const sink = (finalizers: readonly string[]): object =>
  operatorObject("Sink", { name: "store", ...(finalizers.length === 0 ? {} : { finalizers }) }, { spec: store });

/** Runs what docs/guides/moving-from-the-operator.md tells to do, on objects and workloads as the operator leaves them. */
describe("moving from the operator", () => {
  let cluster: ControlPlane;
  let shell: GuideShell;
  let webhook: AdmissionWebhook;
  const kubectl = (...words: readonly string[]): Promise<string> => cluster.kubectl("-n", "moving", ...words);
  // Not by `apply`, which notes what it applied; the operator notes nothing.
  const write = (verb: "create" | "apply", objects: readonly object[], ...options: readonly string[]) => {
    const file = join(shell.directory, "written.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    return kubectl(verb, "-f", file, ...options);
  };
  const uidOf = (kind: string, name: string) => kubectl("get", kind, name, "-o", "jsonpath={.metadata.uid}");
  const podUids = async (): Promise<readonly string[]> =>
    (await kubectl("get", "pods", "-o", "jsonpath={.items[*].metadata.uid}")).split(" ").sort();
  const workloads = (path: string): Promise<string> =>
    kubectl("get", "statefulset", "-o", `jsonpath={.items[*]${path}}`);
  const told = (section: string, beginning?: string): Promise<ShellResult> =>
    shell.run(
      guideBlock(page, section, beginning)
        .replaceAll("streaming", "moving")
        // There is no operator whose log could be read.
        .replaceAll(/^(?:pulumi|kubectl logs) .*$/gm, ""),
    );
  const rendered = (): readonly object[] =>
    planManifests([mesh, sink([])], { namespace: "moving" }).plans.flatMap((plan) => renderPlan(plan, () => undefined));

  before(async () => {
    cluster = await kubernetes("east");
    [shell, webhook] = await Promise.all([GuideShell.open(cluster), AdmissionWebhook.start()]);
    for (const name of ["moving", "moving-preview"]) await cluster.kubectl("create", "namespace", name);
    await write("create", operatorDefinitions);
    await kubectl("wait", "--for=condition=Established", "--timeout=60s", ...definitionNames);
    await write("create", [mesh, sink([cleanup])]);
    const owner = { kind: "FunctionMesh", name: "orders", uid: await uidOf("functionmesh", "orders") };
    const metadata = { name: "orders-enrich", finalizers: [cleanup] };
    await write("create", [operatorObject("Function", metadata, { spec: enrich, owner })]);
    const owners = {
      function: { kind: "Function", name: "orders-enrich", uid: await uidOf("function", "orders-enrich") },
      sink: { kind: "Sink", name: "store", uid: await uidOf("sink", "store") },
    };
    await write("create", [
      ...operatorWorkload("function", owners.function, 2),
      ...operatorWorkload("sink", owners.sink, 1),
      webhook.configuration("moving-mutating-webhook-configuration", "moving"),
    ]);
    await eventually(
      () => workloads(".status.readyReplicas"),
      (counts) => counts === "2 1",
    );
  });
  after(async () => {
    await cluster.kubectl("delete", "mutatingwebhookconfiguration", "moving-mutating-webhook-configuration");
    await shell.run(`for each in $(kubectl get ${kinds} -n moving -o name); do
      kubectl patch $each -n moving --type merge -p '{"metadata":{"finalizers":null}}'; done`);
    await cluster.kubectl("delete", ...definitionNames);
    await cluster.kubectl("delete", "namespace", "moving", "moving-preview", "--wait=false");
    await Promise.all([shell.close(), webhook.stop()]);
  });

  it("previews the program that the guide shows", async () => {
    const program = guideBlock(page, "2. Write the program", "```yaml\n")
      .replace("https://admin.east:8443", "https://127.0.0.1:1")
      .replace("streaming", "moving-preview");
    const backend = operatorObject("BackendConfig", { name: "backend-config" }, { spec: { env: { REGION: "east" } } });
    const files = { "Pulumi.yaml": program, "orders.yaml": mesh, "backend.yaml": backend };
    const stack = await Stack.create({ language: "yaml", attach: true, files });
    try {
      await stack.pulumi("config", "set", "--secret", "adminToken", "token");
      await stack.pulumi("config", "set", "kubeconfig", cluster.kubeconfig);
      const previewed = await stack.preview();
      assert.equal(previewed.code, 0, previewed.output);
      assert.match(previewed.output, /StatefulSet/);
    } finally {
      await stack.remove();
    }
  });

  it("would blend two StatefulSets, were one applied over the other", async () => {
    const dry: { readonly items: readonly Blended[] } = JSON.parse(
      await write("apply", rendered(), "--dry-run=server", "-o", "json"),
    );
    const blended = dry.items.find(({ metadata }) => metadata.name === "orders-enrich-function");
    assert.deepEqual(blended?.spec.selector?.matchLabels, operatorLabels("function", "orders-enrich"));
  });

  it("finds what the operator made", async () => {
    const { output } = await told("1. Look at what would be made", "```sh\nkubectl get");
    assert.match(output, /orders-enrich-function .*\n.*store-sink /);
  });

  it("backs up what does no harm when it is applied again", async function () {
    if ((await shell.run("command -v jq")).code !== 0) return this.skip();
    const { code, output } = await told("3. Back up");
    assert.equal(code, 0, output);
    assert.deepEqual(JSON.parse(readFileSync(join(shell.directory, "operator.json"), "utf8")).items, [
      { ...mesh, metadata: { name: "orders", namespace: "moving", labels: null, annotations: null } },
      { ...sink([]), metadata: { name: "store", namespace: "moving", labels: null, annotations: null } },
    ]);
  });

  it("deletes nothing while the operator does not answer for its webhooks", async () => {
    webhook.isServing = false;
    const { code, output } = await told(letGo);
    webhook.isServing = true;
    assert.notEqual(code, 0);
    assert.match(output, /failed calling webhook/);
    const state = "jsonpath={.items[*].metadata.deletionTimestamp}{.items[*].metadata.finalizers}";
    assert.equal(await kubectl("get", kinds, "-o", state), `["${cleanup}"] ["${cleanup}"]`);
  });

  it("leaves the pods running, and hands them over to the new StatefulSets", async () => {
    const old = await podUids();
    webhook.asked.length = 0;
    const annotated = await told(letGo);
    assert.equal(annotated.code, 0, annotated.output);
    const gone = await told(letGo, deleting);
    assert.equal(gone.code, 0, gone.output);
    assert.equal(await kubectl("get", kinds, "-o", "name"), "");
    assert.equal(await workloads(".metadata.ownerReferences"), "");
    assert.ok(webhook.asked.length > 0);
    for (const { annotations, isDeleted, finalizers } of webhook.asked) {
      assert.equal(annotations["compute.functionmesh.io/managed"], "false", "the operator looks away from it");
      assert.ok(!(isDeleted && finalizers.includes(cleanup)), "no clean-up waits in it when it is deleted");
    }
    const given = await told("5. Take over");
    assert.equal(given.code, 0, given.output);
    assert.equal(await kubectl("get", "statefulset,service", "-o", "name"), "");
    assert.deepEqual(await podUids(), old);

    await write("apply", rendered());
    await eventually(
      () => workloads(".status.updatedReplicas}{.items[*].status.readyReplicas"),
      (counts) => counts === "2 12 1",
    );
    const owners = await kubectl("get", "pods", "-o", "jsonpath={.items[*].metadata.ownerReferences[*].uid}");
    assert.deepEqual([...new Set(owners.split(" "))].sort(), (await workloads(".metadata.uid")).split(" ").sort());
    assert.equal((await podUids()).filter((uid) => old.includes(uid)).length, 0, "the pods are rolled");
  });

  it("leaves workloads of ours alone when it is done once more", async () => {
    const before = await podUids();
    const again = await told("5. Take over");
    assert.equal(again.code, 0, again.output);
    assert.equal((await workloads(".metadata.name")).split(" ").length, 2);
    assert.deepEqual(await podUids(), before);
  });
});

interface Blended {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly selector?: { readonly matchLabels?: unknown } };
}
