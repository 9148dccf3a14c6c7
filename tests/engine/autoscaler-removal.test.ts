import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../tools/run-traces";
import { AdmissionWebhook, type AskedObject } from "./harness/admission-webhook";
import { imageFunction, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

interface Autoscaler {
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: { readonly scaleTargetRef: { readonly name: string } };
}

/** What the engine deletes at the end of an update still scales until then; nobody else deletes it. Counts as 52 tests. */
describe("an autoscaler that a program no longer has", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let webhook: AdmissionWebhook;
  let stack: Stack;
  let kubeconfig: string;
  const kubernetesNamespace = "removal";
  const hpa = { autoscaling: { minReplicas: 2, maxReplicas: 5, cpu: 70 } };
  const keda = { autoscaling: { minReplicas: 0, maxReplicas: 5, backlog: {} } };
  /** Long enough for the HPA controller to look at the workload, every 2 s, before the rollout has seen all instances. */
  /** An update that waits for such pods lasts several rounds of autoscalers, on a busy machine too. */
  const slow = { "fm.test/ready-delay": "20s" };

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await cluster.kubectl("apply", "-f", join(__dirname, "harness", "scaling-crds.yaml"));
    await cluster.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
    kubeconfig = await limitedUser();
    webhook = await AdmissionWebhook.start(refusedByKeda);
    await apply([webhook.kedaConfiguration(kubernetesNamespace, kubernetesNamespace)]);
    stack = await Stack.create({ language: "yaml", files: program(hpa), attach: true });
    await up(hpa);
  });
  after(async () => {
    await cluster.kubectl("delete", "validatingwebhookconfiguration", kubernetesNamespace);
    await webhook.stop();
    const result = await stack.destroy();
    await stack.remove();
    await cluster.kubectl("delete", "clusterrole,clusterrolebinding", kubernetesNamespace);
    assert.equal(result.code, 0, result.output);
  });

  it("is there still when the change fails and is taken back", async () => {
    const uid = await get("horizontalpodautoscaler", "{.metadata.uid}");
    const failing = { replicas: 4, pod: { annotations: { "fm.test/fail": "ImagePullBackOff" } } };
    stack.write(program(failing));
    const failed = await stack.up();
    assert.notEqual(failed.code, 0);
    await up(hpa);
    assert.equal(await get("horizontalpodautoscaler", "{.metadata.uid}"), uid);
    await leavesNothingToDo();
  });

  it("has no say in the end, though it scales until then", async () => {
    await up({ ...hpa, pod: { annotations: slow } });
    stack.write(program({ replicas: 7, pod: { annotations: slow } }));
    const [result, fewest] = await Promise.all([stack.up(), fewestAfter(7)]);
    assert.equal(result.code, 0, result.output);
    assert.equal(fewest, 5, "the autoscaler did not scale meanwhile, so that this shows nothing");
    assert.match(result.output, /its autoscaler is gone: from 5 to 7 instances/);
    assert.equal(await get("statefulset", "{.spec.replicas} {.status.readyReplicas}"), "7 7");
    assert.equal(await autoscalers(), "");
    await leavesNothingToDo();
  });

  it("stays where the user may not delete it, and the update says so", async () => {
    await up({ ...hpa, replicas: undefined });
    await allow(["get", "list", "watch", "create", "update", "patch"]);
    stack.write(program({ replicas: 3 }));
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /horizontalpodautoscalers.*is forbidden/);
    assert.match(await autoscalers(), /removal-work/);
    await allow(["*"]);
    await up({ replicas: 3 });
    assert.equal(await autoscalers(), "");
    assert.equal(await get("statefulset", "{.spec.replicas}"), "3");
  });

  it("gives way to KEDA in one update, though KEDA's webhook looks for others", async () => {
    await up(hpa);
    await up(keda);
    assert.equal(await autoscalers(), "scaledobject.keda.sh/removal-work\n");
    assert.ok(webhook.asked.some(({ kind }) => kind === "ScaledObject"));
  });

  it("is KEDA, which lets the member sleep until it is gone", async () => {
    await kubectl("scale", "statefulset", "removal-work", "--replicas=0");
    stack.write(program({ ...hpa, pod: { annotations: slow } }));
    const [result] = await Promise.all([stack.up(), putToSleep()]);
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /its autoscaler is gone: from 0 to 2 instances/);
    assert.equal(await get("statefulset", "{.spec.replicas} {.status.readyReplicas}"), "2 2");
    assert.equal(await autoscalers(), "horizontalpodautoscaler.autoscaling/removal-work\n");
    await leavesNothingToDo();
  });

  it("does not hold up an update whose token has ended since, and another update sets the number", async () => {
    await up(hpa);
    await kubectl("delete", "serviceaccount", "deployer");
    kubeconfig = await limitedUser();
    stack.write(program({ replicas: 3, pod: { annotations: slow } }));
    const [result] = await Promise.all([stack.up(), scaledTo(3, 4)]);
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /number of instances is left as it is: .*401 Unauthorized.*kubectl scale statefulset/);
    assert.equal(await autoscalers(), "");
    const again = await stack.up("--refresh");
    assert.equal(again.code, 0, again.output);
    assert.equal(await get("statefulset", "{.spec.replicas}"), "3");
  });

  it("starts no instance of a member that goes too, and does not wait for one that fails", async () => {
    await up(hpa);
    await kubectl("scale", "statefulset", "removal-work", "--replicas=0");
    await taken();
    await up(hpa);
    stack.write(program({ replicas: 4, pod: { annotations: { "fm.test/fail": "ImagePullBackOff" } } }));
    assert.notEqual((await stack.up()).code, 0);
    await taken();
  });

  /** Takes the member out. */
  async function taken(): Promise<void> {
    stack.write(meshProject("removal", { ...properties(), functions: {} }));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.doesNotMatch(result.output, /its autoscaler is gone/);
    assert.equal(await kubectl("get", "statefulsets,horizontalpodautoscalers", "-o", "name"), "");
  }

  /** Another number than the rollout has set, before the autoscaler is deleted. */
  async function scaledTo(seen: number, count: number): Promise<void> {
    await eventually(
      () => get("statefulset", "{.spec.replicas}"),
      (replicas) => replicas === String(seen),
      60,
    );
    await kubectl("scale", "statefulset", "removal-work", `--replicas=${count}`);
  }

  /** As KEDA's own webhook decides it. */
  async function refusedByKeda({ metadata, spec }: AskedObject): Promise<string | undefined> {
    const target = JSON.stringify(spec["scaleTargetRef"]);
    const found: { readonly items: readonly Autoscaler[] } = JSON.parse(
      await cluster.kubectl("-n", metadata.namespace, "get", "horizontalpodautoscalers", "-o", "json"),
    );
    const other = found.items
      .filter((each) => each.metadata.annotations?.["validations.keda.sh/hpa-ownership"] !== "false")
      .filter((each) => target.includes(`"${each.spec.scaleTargetRef.name}"`))
      .find((each) => !each.metadata.ownerReferences?.some(({ kind }) => kind === "ScaledObject"));
    return other === undefined ? undefined : `the workload is already managed by the hpa '${other.metadata.name}'`;
  }

  /** The fewest instances that are wanted once so many have been, while the autoscaler is there. */
  async function fewestAfter(count: number): Promise<number> {
    const wanted = async (): Promise<number> => Number(await get("statefulset", "{.spec.replicas}"));
    await eventually(wanted, (seen) => seen === count, 60);
    return eventually(wanted, (seen) => seen !== count, 60);
  }

  /** As KEDA does while there is no backlog, until it is gone itself. */
  async function putToSleep(): Promise<void> {
    await eventually(
      () => get("statefulset", "{.spec.replicas}"),
      (seen) => seen === "2",
      60,
    );
    await kubectl("scale", "statefulset", "removal-work", "--replicas=0");
  }

  async function up(work: Properties): Promise<void> {
    stack.write(program(work));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  async function leavesNothingToDo(): Promise<void> {
    const again = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  }

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);
  const get = (kind: string, path: string): Promise<string> =>
    kubectl("get", kind, "removal-work", "-o", `jsonpath=${path}`);
  const autoscalers = (): Promise<string> => kubectl("get", "horizontalpodautoscalers,scaledobjects", "-o", "name");

  async function apply(items: readonly object[]): Promise<void> {
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await cluster.kubectl("apply", "-f", file);
  }

  /** What the user of the program may do with HPAs; with the rest anything. */
  const allow = (verbs: readonly string[]): Promise<void> =>
    apply([
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        metadata: { name: kubernetesNamespace },
        rules: [
          { apiGroups: ["", "apps", "keda.sh"], resources: ["*"], verbs: ["*"] },
          { apiGroups: ["autoscaling"], resources: ["*"], verbs },
        ],
      },
    ]);

  /** Resolves to the kubeconfig of a user who is not the administrator. */
  async function limitedUser(): Promise<string> {
    const subject = { kind: "ServiceAccount", name: "deployer", namespace: kubernetesNamespace };
    const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: kubernetesNamespace };
    await allow(["*"]);
    await apply([
      { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: subject.name, namespace: kubernetesNamespace } },
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRoleBinding",
        metadata: { name: kubernetesNamespace },
        roleRef,
        subjects: [subject],
      },
    ]);
    const token = (await kubectl("create", "token", subject.name, "--duration=2h")).trim();
    const own = `--kubeconfig=${join(cluster.kubeconfig, "..", "deployer.kubeconfig")}`;
    writeFileSync(own.replace("--kubeconfig=", ""), cluster.kubeconfigText);
    await cluster.kubectl("config", own, "set-credentials", "deployer", `--token=${token}`);
    await cluster.kubectl("config", own, "set-context", "--current", "--user=deployer");
    return cluster.kubectl("config", own, "view", "--raw", "--flatten", "-o", "json");
  }

  const properties = () => ({
    pulsar: { east: pulsarEntry(broker) },
    kubernetes: { east: { kubeconfig, namespace: kubernetesNamespace } },
    defaults: { rollout: { ...simulatedRollout, timeoutSeconds: 120 } },
    topics: { in: {} },
  });
  const program = (work: Properties) =>
    meshProject("removal", { ...properties(), functions: { work: imageFunction("in", undefined, work) } });
});
