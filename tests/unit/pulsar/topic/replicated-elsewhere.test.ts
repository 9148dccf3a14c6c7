import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { replicatedElsewhere } from "../../../../provider/pulsar/topic/replicated-elsewhere";
import { deleteTopicOnce } from "../../../../provider/pulsar/topic/topic-api";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import { json, startScriptedBroker } from "../admin/scripted-broker";

const topic = topicOf("persistent://t/n/x");

describe("provider/pulsar/topic/replicated-elsewhere", () => {
  for (const { status, reason, want } of [
    {
      status: 422,
      reason: "Delete forbidden topic is replicated on clusters [north]",
      want: /^Topic persistent:\/\/t\/n\/x is not deleted, since it is replicated to north as well: .* replicationClusters/,
    },
    { status: 412, reason: "Topic has active producers/subscriptions", want: undefined },
  ])
    it(`reads ${status} ${reason}`, async () => {
      const broker = await startScriptedBroker([json(status, { reason })]);
      const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0 });
      const error: unknown = await deleteTopicOnce(admin, topic, true).catch((refused: unknown) => refused);
      const found = replicatedElsewhere(topic, error);
      if (want === undefined) assert.equal(found, undefined);
      else assert.match(found?.message ?? "", want);
      await admin.close();
      await broker.close();
    });
});
