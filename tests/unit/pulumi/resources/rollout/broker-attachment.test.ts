import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import type { OperationContext, Properties } from "../../../../../provider/pulsar/resource/resource";
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
  const pattern = "persistent://t/n/clicks-.*";
  const finding: Properties = {
    member: "functions.score",
    instance: "t/n/score",
    subscription: "s",
    writes: "t/n/out",
  };
  const found = (...topics: readonly string[]) => [json(200, topics), json(200, [])];
  it("waits for the topics that a pattern finds, and for no others", async () => {
    const names = ["persistent://t/n/clicks-a", "persistent://t/n/clicks-b-partition-0", "persistent://t/n/views"];
    const steps = [...found(...names), json(200, {}), stats("0"), json(200, {}), stats()];
    const ask = (context: OperationContext) =>
      missingAtBroker({ ...finding, reads: [], patterns: [pattern] }, { context, wanted: 1, seconds: 5 });
    const { answer, calls } = await asked(steps, ask);
    assert.deepEqual({ answer, calls }, { answer: "0 of 1 instances attached to persistent://t/n/clicks-b", calls: 6 });
    const all = await asked([...steps.slice(0, -1), stats("0")], ask);
    assert.equal(all.answer, undefined);
  });
  it("waits for what the member writes, if it writes, where a pattern finds nothing or cannot be read", async () => {
    const patterns = [pattern, "persistent://t/n/[a-z&&[^x]]"];
    const ask = (writes: string | undefined) => (context: OperationContext) =>
      missingAtBroker({ ...finding, writes, reads: [], patterns }, { context, wanted: 1, seconds: 5 });
    const sink = await asked(found("persistent://t/n/views"), ask(undefined));
    assert.deepEqual(sink, { answer: undefined, calls: 2 });
    const writer = await asked([...found("persistent://t/n/views"), json(200, {}), stats()], ask("t/n/out"));
    assert.equal(writer.answer, "0 of 1 instances attached to t/n/out");
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
