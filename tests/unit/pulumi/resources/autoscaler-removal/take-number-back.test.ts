import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import { takeNumberBack } from "../../../../../provider/pulumi/resources/autoscaler-removal/take-number-back";
import { type FakeAnswer, type FakeRequest, startFakeKubernetes } from "../fake-kubernetes";

/** What the cluster holds when the autoscaler is gone, and what it refuses. */
interface Cluster {
  readonly live?: number;
  readonly asked?: Readonly<Record<string, string>>;
  readonly isStatefulSetGoing?: boolean;
  readonly service?: "there" | "going" | "gone";
  readonly refuses?: { readonly method: string; readonly status: number };
}

const inputs = {
  member: "functions.score",
  kubernetesNamespace: "mesh",
  statefulSet: "orders-score",
  service: "orders-score-headless",
  timeoutSeconds: 1,
};
const going = { deletionTimestamp: "2026-01-01T00:00:00Z" };
const isGone: FakeAnswer = [404, { message: "not found" }];

/** Shows no pods, so that nothing ever comes to work. */
class FakeCluster {
  readonly patches: string[] = [];
  private replicas: number;

  constructor(private readonly cluster: Cluster) {
    this.replicas = cluster.live ?? 0;
  }

  answer({ method, url, body }: FakeRequest): FakeAnswer {
    const { refuses, service = "there", live } = this.cluster;
    if (refuses?.method === method) return [refuses.status, { message: "the fake refuses" }];
    if (method === "PATCH") {
      this.patches.push(body);
      this.replicas = Number(/"value":(\d+)/.exec(body)?.[1]);
    }
    if (/\/services\/orders-score-headless$/.test(url))
      return service === "gone" ? isGone : [200, { metadata: service === "going" ? going : {} }];
    if (/\/statefulsets\/orders-score$/.test(url)) return live === undefined ? isGone : [200, this.statefulSet()];
    return [200, { metadata: { resourceVersion: "1" }, items: /\/statefulsets/.test(url) ? [this.statefulSet()] : [] }];
  }

  private statefulSet(): object {
    const annotations = Object.entries(this.cluster.asked ?? {}).map(([key, value]) => [
      `compute.functionmesh.io/${key}`,
      value,
    ]);
    const metadata = { name: "orders-score", namespace: "mesh", uid: "u", generation: 1 + this.patches.length };
    return {
      metadata: {
        ...metadata,
        annotations: Object.fromEntries(annotations),
        ...(this.cluster.isStatefulSetGoing ? going : {}),
      },
      spec: { replicas: this.replicas, selector: {}, template: { spec: { containers: [] } } },
      status: { replicas: 0, updateRevision: "r" },
    };
  }
}

/** What was logged, what was patched, and how it failed. */
async function taken(cluster: Cluster) {
  const fake = new FakeCluster(cluster);
  const server = await startFakeKubernetes((request) => fake.answer(request));
  const logged: string[] = [];
  const log = (severity: string, message: string): void =>
    void (severity === "status" ? undefined : logged.push(`${severity} ${message}`));
  const admin = createAdminClient({ adminUrl: "http://127.0.0.1:9" });
  const context = { admin, urn: "", preview: false, signal: new AbortController().signal, log };
  try {
    const error = await takeNumberBack({ ...inputs, kubeconfig: server.kubeconfig }, context).catch(String);
    return { logged: logged.join("\n"), patches: fake.patches, error };
  } finally {
    server.stop();
  }
}

const stated = { replicas: "3" };
const first = { "initial-replicas": "2" };
const nothing = { logged: "", patches: [], error: undefined };

describe("takeNumberBack", () => {
  for (const { name, cluster } of [
    { name: "the number is the stated one", cluster: { live: 3, asked: stated } },
    { name: "any number is right", cluster: { live: 5, asked: first } },
    { name: "fewer than the first number run", cluster: { live: 1, asked: first } },
    { name: "KEDA decides", cluster: { live: 0 } },
    { name: "there is no StatefulSet", cluster: {} },
    { name: "the StatefulSet is going", cluster: { live: 5, asked: stated, isStatefulSetGoing: true } },
    { name: "the Service is gone, with the member", cluster: { live: 5, asked: stated, service: "gone" } },
    { name: "the Service is going, with the member", cluster: { live: 5, asked: stated, service: "going" } },
    { name: "the member goes and is switched off", cluster: { live: 0, asked: first, service: "gone" } },
  ] as const satisfies readonly { readonly name: string; readonly cluster: Cluster }[])
    it(`does nothing where ${name}`, async () => assert.deepEqual(await taken(cluster), nothing));

  for (const { name, cluster, from, to } of [
    { name: "the stated number", cluster: { live: 5, asked: stated }, from: 5, to: 3 },
    { name: "the first number where it sleeps", cluster: { live: 0, asked: first }, from: 0, to: 2 },
  ])
    it(`sets ${name}, and fails where the instances do not come to work`, async () => {
      const { logged, patches, error } = await taken(cluster);
      assert.equal(logged, `info its autoscaler is gone: from ${from} to ${to} instances, as the program asks for`);
      assert.deepEqual(patches, [JSON.stringify([{ op: "replace", path: "/spec/replicas", value: to }])]);
      assert.match(
        error ?? "",
        new RegExp(
          `^Error: functions\\.score: its autoscaler is gone, and it was set to ${to} instances, .* again: did not`,
        ),
      );
    }).timeout(30_000);

  const state = "warning functions\\.score: its autoscaler is gone, and its number of instances is left as it is: http";
  for (const [status, reason] of [
    [401, "Unauthorized"],
    [403, "the fake refuses"],
    [500, "the fake refuses"],
    [503, "the fake refuses"],
  ] as const)
    it(`only warns where the look is answered with ${status}`, async () => {
      const { logged, error } = await taken({ live: 5, asked: stated, refuses: { method: "GET", status } });
      assert.equal(error, undefined);
      const help = 'run "kubectl scale statefulset orders-score -n mesh --replicas=<number>"\\.';
      assert.match(logged, new RegExp(`^${state}.*${reason}.*${help}$`));
    });

  it("only warns where the number may not be set, and names it", async () => {
    const refuses = { method: "PATCH", status: 403 };
    const { logged, error } = await taken({ live: 5, asked: stated, refuses });
    assert.equal(error, undefined);
    const help = 'run "kubectl scale statefulset orders-score -n mesh --replicas=3"\\.';
    assert.match(logged, new RegExp(`^${state}.*the fake refuses.*${help}$`, "m"));
  });
});
