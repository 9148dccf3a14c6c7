import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import type { OperationContext, Properties } from "../../../../../provider/pulsar/resource";
import { missingAtBroker } from "../../../../../provider/pulumi/resources/rollout/broker-attachment";
import { hang, json, reason, startScriptedBroker, type Step } from "../../../pulsar/admin/scripted-broker";

const inputs: Properties = { member: "functions.score", instance: "t/n/score", subscription: "s", reads: ["t/n/in"] };
const stats = (...instances: readonly string[]): Step =>
  json(200, {
    publishers: [],
    subscriptions: {
      s: {
        consumers: instances.map((instance_id) => ({
          consumerName: instance_id,
          metadata: { id: "t/n/score", instance_id },
        })),
      },
    },
  });

async function asked<T>(
  steps: readonly Step[],
  ask: (context: OperationContext) => Promise<T>,
): Promise<{ readonly answer: T; readonly calls: number }> {
  const broker = await startScriptedBroker(steps);
  const admin = createAdminClient({ adminUrl: broker.url });
  const signal = new AbortController().signal;
  try {
    const answer = await ask({ admin, urn: "", preview: false, signal, log: () => undefined });
    return { answer, calls: broker.received.length };
  } finally {
    await admin.close();
    await broker.close();
  }
}

describe("missingAtBroker", () => {
  it("counts the instances that are attached", async () => {
    const some = await asked([json(200, {}), stats("0")], (context) =>
      missingAtBroker(inputs, { context, wanted: 2, seconds: 5 }),
    );
    assert.equal(some.answer, "1 of 2 instances attached to t/n/in");
    const all = await asked([json(200, {}), stats("0", "1")], (context) =>
      missingAtBroker(inputs, { context, wanted: 2, seconds: 5 }),
    );
    assert.equal(all.answer, undefined);
  });
  it("asks nothing for no instances, nor where only pods are waited for", async () => {
    const none = await asked([], (context) => missingAtBroker(inputs, { context, wanted: 0, seconds: 5 }));
    const pods = await asked([], (context) =>
      missingAtBroker({ ...inputs, attachment: false }, { context, wanted: 1, seconds: 5 }),
    );
    assert.deepEqual([none.answer, none.calls, pods.answer, pods.calls], [undefined, 0, undefined, 0]);
  });
  it("names the member, and the way out where the role may not ask", async () => {
    await assert.rejects(
      asked([reason(403, "no")], (context) => missingAtBroker(inputs, { context, wanted: 1, seconds: 5 })),
      /^Error: functions\.score: Could not read .*`rollout\.attachment: false` waits for the pods only\.$/,
    );
  });
  it("goes on waiting while the broker has a fault that passes", async () => {
    const { answer } = await asked([reason(500, "restarting")], (context) =>
      missingAtBroker(inputs, { context, wanted: 1, seconds: 20 }),
    );
    assert.match(answer ?? "", /restarting/);
  });
  it("does not wait for an answer longer than it may", async () => {
    const start = Date.now();
    const { answer } = await asked([hang], (context) => missingAtBroker(inputs, { context, wanted: 1, seconds: 1 }));
    assert.equal(answer, "the broker did not answer in 1 s");
    assert.ok(Date.now() - start < 5000);
  });
});
