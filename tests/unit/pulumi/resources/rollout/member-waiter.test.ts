import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import { MemberWaiter } from "../../../../../provider/pulumi/resources/rollout/member-waiter";
import { json, startScriptedBroker } from "../../../pulsar/admin/scripted-broker";

/** How a wait without a look into the cluster ends, with no instance but number 0 attached. */
async function waited(replicas: number | undefined): Promise<string> {
  const consumer = { consumerName: "c", metadata: { id: "t/n/score", instance_id: "0" } };
  const answers = [json(200, {}), json(200, { publishers: [], subscriptions: { s: { consumers: [consumer] } } })];
  const broker = await startScriptedBroker(Array.from({ length: 10 }, () => answers).flat());
  const admin = createAdminClient({ adminUrl: broker.url });
  const inputs = { member: "functions.score", instance: "t/n/score", subscription: "s", reads: ["t/n/in"] };
  const context = {
    admin,
    urn: "",
    preview: false,
    signal: new AbortController().signal,
    log: () => undefined,
  };
  try {
    const more = replicas === undefined ? {} : { replicas };
    await new MemberWaiter({ ...inputs, ...more, timeoutSeconds: 0.5 }, context).untilAttached();
    return `works after ${broker.received.length} calls`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await admin.close();
    await broker.close();
  }
}

describe("MemberWaiter without a look into the cluster", () => {
  const rows: readonly { replicas: number | undefined; want: string }[] = [
    { replicas: undefined, want: "works after 2 calls" },
    { replicas: 1, want: "works after 2 calls" },
    { replicas: 0, want: "works after 0 calls" },
    {
      replicas: 2,
      want: "functions.score: did not come to work in 0.5 s: 1 of 2 instances attached to t/n/in.",
    },
  ];
  for (const { replicas, want } of rows)
    it(`with ${replicas} replicas: ${want}`, async () => assert.equal(await waited(replicas), want));
});
