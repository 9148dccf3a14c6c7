import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** What somebody changes behind Pulumi's back is named by a preview with refresh, and repaired, and nothing else. */
describe("drift", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "drift";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const files = meshProject("drifting", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { tenant: "drift", namespace: "orders", rollout: simulatedRollout },
      tenants: { drift: {} },
      namespaces: { "drift/orders": { messageTtlSeconds: 600 } },
      functions: { first: imageFunction("clicks", "enriched"), second: imageFunction("enriched", "scored") },
    });
    stack = await Stack.create({ language: "yaml", files, attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(() => stack.remove());

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);
  const podUid = (name: string): Promise<string> =>
    kubectl("get", "pod", `${name}-0`, "--ignore-not-found", "-o", "jsonpath={.metadata.uid}");
  const atBroker = async (method: string, path: string, body?: unknown): Promise<void> => {
    const { status, body: answer } = await admin(broker.adminUrl, path, { method, body });
    assert.ok(status < 300, JSON.stringify(answer));
  };

  interface Drift {
    readonly what: string;
    readonly cause: () => Promise<unknown>;
    readonly named: readonly string[];
    readonly repaired: () => Promise<unknown>;
    readonly want: unknown;
    /** Members whose pods must not be touched. */
    readonly untouched: readonly string[];
  }
  const first = "drifting-first";
  const second = "drifting-second";
  const drifts: readonly Drift[] = [
    {
      what: "a deleted StatefulSet",
      cause: () => kubectl("delete", "statefulset", first),
      // The StatefulSet, and the resource that waits until its pods work.
      named: [`create Rollout ${first}`, `create apps/v1:StatefulSet ${first}`],
      repaired: () => kubectl("get", "statefulset", first, "-o", "jsonpath={.status.readyReplicas}"),
      want: "1",
      untouched: [second],
    },
    {
      what: "a changed image",
      cause: () => kubectl("set", "image", `statefulset/${second}`, "*=example/other:1"),
      named: [`update Rollout ${second}`],
      repaired: () => kubectl("get", "pod", `${second}-0`, "-o", "jsonpath={.spec.containers[0].image}"),
      want: "example/runner:1",
      untouched: [first],
    },
    {
      what: "a changed number of replicas",
      cause: () => kubectl("scale", "statefulset", second, "--replicas=0"),
      named: [`update Rollout ${second}`],
      repaired: () => kubectl("get", "statefulset", second, "-o", "jsonpath={.status.readyReplicas}"),
      want: "1",
      untouched: [first],
    },
    {
      what: "a deleted subscription, a deleted topic with the subscriptions it had, and a changed policy",
      cause: async () => {
        await atBroker("DELETE", "/persistent/drift/orders/enriched/subscription/drift%2Forders%2Fsecond");
        await atBroker("DELETE", "/persistent/drift/orders/clicks?force=true");
        await atBroker("POST", "/namespaces/drift/orders/messageTTL", 5);
      },
      named: [
        "create pulsar:Subscription drifting-first-clicks",
        "create pulsar:Subscription drifting-second-enriched",
        "create pulsar:Topic drifting-clicks",
        "update pulsar:Namespace drifting-drift-orders",
      ],
      repaired: async () => [
        await names(broker.adminUrl, "/persistent/drift/orders/enriched/subscriptions"),
        await names(broker.adminUrl, "/persistent/drift/orders/clicks/subscriptions"),
        (await admin(broker.adminUrl, "/namespaces/drift/orders/messageTTL")).body,
      ],
      want: [["drift/orders/second"], ["drift/orders/first"], 600],
      untouched: [first, second],
    },
  ];

  for (const { what, cause, named, repaired, want, untouched } of drifts) {
    it(`finds and repairs ${what}`, async () => {
      const before = await Promise.all(untouched.map(podUid));
      await cause();
      assert.deepEqual(await changes(stack, "--refresh"), named);
      const result = await stack.up("--refresh");
      assert.equal(result.code, 0, result.output);
      assert.deepEqual(await repaired(), want);
      assert.deepEqual(await Promise.all(untouched.map(podUid)), before);
    });
  }

  it("leaves nothing to do", async () => {
    const result = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(result.code, 0, result.output);
  });
});
