import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planManifests } from "../../provider/model/operator/plan-manifests";
import { renderPlan } from "../../provider/kubernetes/render-plan";
import type { ControlPlane } from "../../tools/run/control-plane";
import { eventually } from "../tools/run-traces";
import { kubernetes } from "./harness/servers";

const manifest = {
  apiVersion: "compute.functionmesh.io/v1alpha1",
  kind: "Function",
  metadata: { name: "enrich", namespace: "moving" },
  spec: {
    className: "com.acme.Enrich",
    replicas: 2,
    input: { topics: ["persistent://acme/retail/orders"] },
    output: { topic: "persistent://acme/retail/enriched" },
    resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "64Mi" } },
    pulsar: { pulsarConfig: "retail" },
    java: { jar: "/pulsar/enrich.jar" },
  },
};

/** Labels of everything that the operator makes, which are its selector as well. */
const labels = {
  "app.kubernetes.io/name": "enrich-function",
  "app.kubernetes.io/instance": "enrich-function",
  "compute.functionmesh.io/app": "function-mesh",
  "compute.functionmesh.io/component": "function",
  "compute.functionmesh.io/name": "enrich",
  "compute.functionmesh.io/namespace": "moving",
  app: "function-mesh",
  component: "function",
  name: "enrich",
  namespace: "moving",
};

/** What docs/guides/moving-from-the-operator.md tells to do, on workloads as the operator leaves them. */
describe("moving from the operator", () => {
  let cluster: ControlPlane;
  const kubectl = (...words: readonly string[]): Promise<string> => cluster.kubectl("-n", "moving", ...words);
  const apply = async (objects: readonly object[], ...options: readonly string[]): Promise<string> => {
    const file = join(cluster.kubeconfig, "..", "moving.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    return kubectl("apply", "-f", file, ...options);
  };
  const podUids = async (): Promise<readonly string[]> =>
    (await kubectl("get", "pods", "-o", "jsonpath={.items[*].metadata.uid}")).split(" ").sort();
  const workload = (path: string): Promise<string> =>
    kubectl("get", "statefulset", "enrich-function", "-o", `jsonpath={${path}}`);
  const rendered = (): readonly object[] =>
    planManifests([manifest]).plans.flatMap((plan) => renderPlan(plan, () => undefined));

  before(async () => {
    cluster = await kubernetes("east");
    await cluster.kubectl("create", "namespace", "moving");
    // Stands for the Function, whose kind this cluster does not know.
    await kubectl("create", "configmap", "enrich");
    const uid = await kubectl("get", "configmap", "enrich", "-o", "jsonpath={.metadata.uid}");
    const owner = { apiVersion: "v1", kind: "ConfigMap", name: "enrich", uid, controller: true };
    await apply(operatorObjects(owner));
    await eventually(
      () => workload(".status.readyReplicas"),
      (count) => count === "2",
    );
  });
  after(() => cluster.kubectl("delete", "namespace", "moving", "--wait=false"));

  it("is refused by Kubernetes while the operator's StatefulSet is there", async () => {
    await assert.rejects(apply(rendered(), "--dry-run=server"), /enrich-function.*(immutable|[Ff]orbidden)/s);
  });

  it("leaves the pods running, and hands them over to the new StatefulSet", async () => {
    const old = await podUids();
    await kubectl("delete", "configmap", "enrich", "--cascade=orphan");
    assert.equal(await workload(".metadata.ownerReferences"), "");
    await kubectl("delete", "statefulset", "enrich-function", "--cascade=orphan");
    await kubectl("delete", "service", "enrich-function-headless");
    assert.deepEqual(await podUids(), old);

    await apply(rendered());
    await eventually(
      () => workload(".status.updatedReplicas}{.status.readyReplicas"),
      (counts) => counts === "22",
    );
    const owners = await kubectl("get", "pods", "-o", "jsonpath={.items[*].metadata.ownerReferences[*].uid}");
    assert.deepEqual([...new Set(owners.split(" "))], [await workload(".metadata.uid")]);
    assert.equal((await podUids()).filter((uid) => old.includes(uid)).length, 0, "the pods are rolled");
  });
});

const operatorObjects = (owner: object): readonly object[] => {
  const metadata = { labels, ownerReferences: [owner] };
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "enrich-function-headless", ...metadata },
      spec: { clusterIP: "None", selector: labels, ports: [{ name: "http-metrics", port: 9094 }] },
    },
    {
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "enrich-function", ...metadata },
      spec: {
        replicas: 2,
        serviceName: "enrich-function-headless",
        podManagementPolicy: "Parallel",
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: "pulsar-function", image: "registry.acme.test/runner:1" }] },
        },
      },
    },
  ];
};
