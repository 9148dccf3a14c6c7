import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type Properties } from "../../../../provider/pulsar/resource/resource";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import { readSettledTopic } from "../../../../provider/pulsar/topic/settled-topic";
import { json, startScriptedBroker, type Step } from "../admin/scripted-broker";

const kept = { deleteWhileInactive: false };

/** A broker that says nothing of the topic's policies in so many answers about each, as one does that is being ended. */
function silentFor(answers: number): Step {
  const asked: Record<string, number> = {};
  const policies: Properties = { inactiveTopicPolicies: kept, maxProducers: 3 };
  return (response, request) => {
    const last = request.url?.split("/").pop() ?? "";
    if (last === "partitions") return json(200, { partitions: 0 })(response, request);
    asked[last] = (asked[last] ?? 0) + 1;
    return asked[last] > answers ? json(200, policies[last])(response, request) : response.writeHead(200).end();
  };
}

interface Row {
  readonly name: string;
  readonly declared: Properties;
  readonly silent: number;
  /** Calls that a policy is read with. */
  readonly calls: number;
  readonly want: Properties;
}

describe("provider/pulsar/topic/settled-topic", () => {
  const declared = { deleteWhileInactive: false, maxProducersPerTopic: 3 };
  const rows: readonly Row[] = [
    { name: "all that is declared is there", declared, silent: 0, calls: 1, want: { kept: false, producers: 3 } },
    { name: "it is there a moment later", declared, silent: 2, calls: 3, want: { kept: false, producers: 3 } },
    { name: "it is truly gone", declared, silent: 9, calls: 3, want: { kept: undefined, producers: undefined } },
    {
      name: "nothing of it is declared",
      declared: { deleteWhileInactive: true },
      silent: 9,
      calls: 1,
      want: { kept: undefined, producers: undefined },
    },
  ];
  for (const row of rows) {
    it(`reads a topic where ${row.name}`, async () => {
      const broker = await startScriptedBroker([silentFor(row.silent)]);
      const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0 });
      const actual = await readSettledTopic(admin, topicOf("persistent://t/n/x"), row.declared);
      await admin.close();
      await broker.close();
      const found = { kept: actual?.deleteWhileInactive, producers: actual?.policies["maxProducersPerTopic"] };
      assert.deepEqual(found, row.want);
      const calls = broker.received.filter(({ url }) => url.endsWith("inactiveTopicPolicies")).length;
      assert.equal(calls, row.calls);
    });
  }
});
