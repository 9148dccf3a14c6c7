import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { growTopic } from "../../../../provider/pulsar/topic/grow-topic";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import { json, startScriptedBroker, type Step } from "../admin/scripted-broker";

const topic = topicOf("persistent://t/n/x");
const exists = "Exist unexpected topic partition(partition index grater than current metadata maximum index 2)";

interface Row {
  readonly name: string;
  readonly refusal: string;
  readonly ofTopic: readonly string[] | null;
  readonly ofNamespace: readonly string[];
  readonly isForced: boolean;
}

/** A broker that refuses to grow a topic unless it is told to. */
const broker =
  ({ refusal, ofTopic, ofNamespace }: Row): Step =>
  (response, { method, url = "" }) => {
    if (method === "POST")
      return json(url.includes("force=true") ? 204 : 409, { reason: refusal })(response, {} as never);
    json(200, url.includes("/namespaces/") ? ofNamespace : ofTopic)(response, {} as never);
  };

describe("provider/pulsar/topic/grow-topic", () => {
  const rows: readonly Row[] = [
    { name: "a namespace that is replicated", refusal: exists, ofTopic: null, ofNamespace: ["a", "b"], isForced: true },
    { name: "a topic that is replicated", refusal: exists, ofTopic: ["a", "b"], ofNamespace: ["a"], isForced: true },
    { name: "a topic that says it is not", refusal: exists, ofTopic: ["a"], ofNamespace: ["a", "b"], isForced: false },
    { name: "what is not replicated", refusal: exists, ofTopic: null, ofNamespace: ["a"], isForced: false },
    { name: "another refusal", refusal: "too many", ofTopic: null, ofNamespace: ["a", "b"], isForced: false },
  ];
  for (const row of rows) {
    it(`${row.isForced ? "grows over partitions made from elsewhere" : "is refused"} in ${row.name}`, async () => {
      const scripted = await startScriptedBroker([broker(row)]);
      const admin = createAdminClient({ adminUrl: scripted.url }, { delayFactor: 0 });
      const growing = growTopic(admin, topic, 3);
      if (row.isForced) await growing;
      else await assert.rejects(growing, (error: Error) => error.message.includes(row.refusal));
      await admin.close();
      await scripted.close();
    });
  }
});
