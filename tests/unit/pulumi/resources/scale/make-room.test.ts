import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import { startFakeKubernetes } from "../fake-kubernetes";
import { makeRoom } from "../../../../../provider/pulumi/resources/scale/make-room";

/** What is said, where the state and the program have these arguments. */
async function told(before: object, now: object, preview = true): Promise<readonly string[]> {
  const messages: string[] = [];
  const context = {
    admin: createAdminClient({ adminUrl: "http://127.0.0.1:9" }),
    urn: "",
    preview,
    signal: new AbortController().signal,
    log: (_severity: string, text: string) => void messages.push(text),
  };
  const inputs = { member: "functions.score", subscription: "east retail/orders/score" };
  await makeRoom({ inputs: { ...inputs, ...before }, outputs: {} }, { ...inputs, ...now }, context);
  return messages;
}

describe("room for another type of subscription", () => {
  const rows: readonly { readonly name: string; before: object; now: object; isMade: boolean }[] = [
    {
      name: "another type",
      before: { subscriptionType: "Shared" },
      now: { subscriptionType: "Failover" },
      isMade: true,
    },
    {
      name: "the same type",
      before: { subscriptionType: "Shared" },
      now: { subscriptionType: "Shared" },
      isMade: false,
    },
    {
      name: "another subscription, which nobody has yet",
      before: { subscriptionType: "Shared", subscription: "east other" },
      now: { subscriptionType: "Failover" },
      isMade: false,
    },
    { name: "a member that read nothing", before: {}, now: { subscriptionType: "Shared" }, isMade: false },
    { name: "a member that reads nothing more", before: { subscriptionType: "Shared" }, now: {}, isMade: false },
  ];
  for (const { name, before, now, isMade } of rows) {
    it(`is ${isMade ? "made" : "not needed"} for ${name}`, async () => {
      const messages = await told(before, now);
      assert.equal(messages.length, isMade ? 1 : 0);
      if (isMade)
        assert.match(messages[0] ?? "", /^functions\.score: all its instances end .* from Shared to Failover /);
    });
  }

  it("is not known of a cluster that is gone, which holds nothing up", async () => {
    const asked: string[] = [];
    const now = await startFakeKubernetes(({ url }) => {
      asked.push(url);
      return [404, { kind: "Status", code: 404 }];
    });
    const gone = await startFakeKubernetes(() => [200, {}]);
    gone.stop();
    const place = { statefulSet: "orders-score", kubernetesNamespace: "mesh", owner: "mine" };
    try {
      const messages = await told(
        { ...place, kubeconfig: gone.kubeconfig, subscriptionType: "Shared" },
        { ...place, kubeconfig: now.kubeconfig, subscriptionType: "Failover" },
        false,
      );
      assert.deepEqual(asked, ["/apis/apps/v1/namespaces/mesh/statefulsets/orders-score"]);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? "", /^functions\.score: whether instances still run where it was is not known \(/);
    } finally {
      now.stop();
    }
  });
});
