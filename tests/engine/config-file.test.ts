import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { admin, names } from "./harness/admin";
import { kubernetesEntry, project, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes, resourceText } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

const manifests = readFileSync(join(__dirname, "../manifests/mesh.yaml"), "utf8");

/** Operator manifests as resources, unchanged. */
describe("a file of operator manifests", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", "shop");
    stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: { ...program({ file: "mesh.yaml" }), "mesh.yaml": manifests },
    });
    const previewed = await stack.preview();
    assert.equal(previewed.code, 0, previewed.output);
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(() => stack.remove());

  it("becomes the operator's workloads, whose ConfigMaps stay references", async () => {
    assert.deepEqual(await workloads(), [
      "orders-labels-function",
      "orders-ledger-source",
      "orders-store-sink",
      "orders-sums-function",
    ]);
    const path = "jsonpath={.spec.template.spec.containers[0].envFrom[*].configMapRef.name}";
    assert.match(
      await cluster.kubectl("-n", "shop", "get", "statefulset", "orders-sums-function", "-o", path),
      /east-pulsar/,
    );
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    const members = Object.keys((await stack.outputs())["members"] ?? {}).sort();
    assert.deepEqual(members, [
      "function/orders-labels",
      "function/orders-sums",
      "sink/orders-store",
      "source/orders-ledger",
    ]);
  });

  it("is the same as a text", async () => {
    stack.write(program({ text: manifests }));
    const same = await stack.preview("--expect-no-changes");
    assert.equal(same.code, 0, same.output);
  });

  it("previews what a change of it means", async () => {
    stack.write(program({ text: manifests.replace("registry.acme.test/sums:1", "registry.acme.test/sums:2") }));
    const steps = (await stack.steps()).filter(({ op }) => op !== "same");
    assert.deepEqual(
      steps.map(({ op, urn }) => `${op} ${urn.split("::").slice(2).join(" ").replace(/^.*\$/, "")}`).sort(),
      [
        "update function-mesh:index:Rollout orders-shop-orders-sums-function",
        "update function-mesh:index:Scale orders-shop-orders-sums-function",
        "update function-mesh:index:Topology orders",
        "update kubernetes:apps/v1:StatefulSet orders-shop-orders-sums-function",
      ],
    );
  });

  it("says in words what a change of it means, and what was brought about", async () => {
    const changed = program({ text: manifests.replace("registry.acme.test/sums:1", "registry.acme.test/sums:2") });
    stack.write(changed);
    const sentence =
      /rolls the pods of sums because image changed \(registry\.acme\.test\/sums:1 → registry\.acme\.test\/sums:2\)/;
    assert.match((await stack.preview()).output, sentence);
    const updated = await stack.up();
    assert.equal(updated.code, 0, updated.output);
    assert.match(updated.output, sentence);
    stack.write(program({ text: manifests }));
    const back = await stack.up();
    assert.match(back.output, /rolls the pods of sums because image changed/);
    assert.deepEqual(await changes(stack), []);
  });

  it("reaches each cluster by one provider, however many Kubernetes namespaces it spreads over", async () => {
    const elsewhere = (namespace: string) => manifests.replaceAll("namespace: shop", `namespace: ${namespace}`);
    stack.write(program({ text: [elsewhere("default"), elsewhere("shop"), elsewhere("store")].join("\n---\n") }));
    const steps = await stack.steps();
    const wanted = steps.filter(({ op }) => op !== "delete").map(({ urn }) => resourceText(urn));
    assert.deepEqual(wanted.filter((text) => /^pulumi:providers:\S+ orders/.test(text)).sort(), [
      "pulumi:providers:function-mesh orders-east",
      "pulumi:providers:kubernetes orders-east",
    ]);
    assert.deepEqual(wanted.filter((text) => text.startsWith("ClusterIdentity")).sort(), [
      // That of the namespace `shop` is there already, and previews leave out what stays as it is.
      "ClusterIdentity orders-east",
      "ClusterIdentity orders-store-east",
    ]);
    // What runs stays as it is when other namespaces come to its file.
    const touched = steps.filter(
      ({ op, urn }) => op !== "same" && op !== "create" && !urn.includes("pulumi:providers:"),
    );
    assert.deepEqual(
      touched.map(({ op, urn }) => `${op} ${resourceText(urn)}`),
      ["update Topology orders"],
    );
  });

  it("says where it is wrong", async () => {
    stack.write(program({ text: manifests.replace("jar: /pulsar/sums.jar", "jar: ''") }));
    const { code, output } = await stack.preview();
    assert.notEqual(code, 0);
    assert.match(output, /document 3, spec\.functions\[0\]\.java\.jar/);
    stack.write(program({}));
    assert.match((await stack.preview()).output, /file: is missing, and so are `files` and `text`/);
    stack.write(program({ file: "mesh.yaml", kubernetes: { east: { kubeconfig: "/no/such/file" } } }));
    const { output: told } = await stack.preview();
    const [, diagnostics = ""] = told.split("Diagnostics:");
    const sentences = diagnostics.match(/FM082 kubernetes\.east\.kubeconfig: there is no file at that path/g);
    assert.equal(sentences?.length, 1, told);
  });

  it("cleans up the subscriptions that it asks to, and what batch sources leave, when it is destroyed", async () => {
    const topics = ["sums", "labels", "ledger-intermediate"];
    for (const topic of topics)
      await admin(broker.adminUrl, `/persistent/public/default/${topic}`, { method: "PUT", body: {} });
    const subscribe = (topic: string, name: string) =>
      admin(broker.adminUrl, `/persistent/public/default/${topic}/subscription/${encodeURIComponent(name)}`, {
        method: "PUT",
        body: "earliest",
      });
    await subscribe("sums", "public/default/store");
    await subscribe("sums", "somebody-else");
    await subscribe("ledger-intermediate", "BatchSourceExecutor-public/default/ledger");
    await subscribe("labels", "public/default/store");
    const fewer = manifests.replace(", persistent://public/default/labels] }", "] }");
    stack.write(program({ text: fewer }));
    assert.ok((await changes(stack)).includes("update SubscriptionCleanup orders-shop-orders-store-sink-let-go"));
    const updated = await stack.up();
    assert.equal(updated.code, 0, updated.output);
    assert.deepEqual(await names(broker.adminUrl, "/persistent/public/default/labels/subscriptions"), []);
    stack.write(program({ text: fewer.replace("      cleanupSubscription: true\n", "") }));
    assert.ok((await changes(stack)).includes("update SubscriptionCleanup orders-shop-orders-store-sink-cleanup"));
    const destroyed = await stack.destroy();
    assert.equal(destroyed.code, 0, destroyed.output);
    assert.deepEqual(await workloads(), []);
    assert.deepEqual(await names(broker.adminUrl, "/persistent/public/default/sums/subscriptions"), ["somebody-else"]);
    assert.equal(
      (await admin(broker.adminUrl, "/persistent/public/default/ledger-intermediate/partitions")).status,
      404,
    );
  });

  const workloads = async (): Promise<readonly string[]> => {
    const found = await cluster.kubectl(
      "-n",
      "shop",
      "get",
      "statefulsets",
      "-o",
      "jsonpath={.items[*].metadata.name}",
    );
    return found
      .split(" ")
      .filter((name) => name !== "")
      .sort();
  };

  const program = (source: object) =>
    project(
      "orders",
      {
        orders: {
          type: "function-mesh:ConfigFile",
          properties: {
            pulsar: { east: pulsarEntry(broker) },
            kubernetes: { east: kubernetesEntry(cluster, "default") },
            pulsarConfigs: { "east-pulsar": "east" },
            rollout: simulatedRollout,
            ...source,
          },
        },
      },
      { outputs: { members: "${orders.members}" } },
    );
});
