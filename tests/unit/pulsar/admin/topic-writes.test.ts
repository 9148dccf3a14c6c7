import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type AdminRequest, type AdminResponse, type Send } from "../../../../provider/pulsar/admin/request";
import { withTopicWrites } from "../../../../provider/pulsar/admin/topic-writes";
import { json, startScriptedBroker } from "./scripted-broker";

const answer: AdminResponse = { status: 204, contentType: "", text: "", json: () => undefined };

/** Sends requests at once, `METHOD path-below-/admin/v2`, and resolves to the most that were on their way together. */
async function together(...requests: readonly string[]): Promise<number> {
  let [running, most] = [0, 0];
  const send: Send = async () => {
    most = Math.max(most, (running += 1));
    await sleep(2);
    running -= 1;
    return answer;
  };
  const limited = withTopicWrites(send, [`http://${requests.join()}`]);
  await Promise.all(
    requests.map((request) => {
      const [method = "", path = ""] = request.split(" ");
      return limited({ ...called(method, path), base: "", headers: {} });
    }),
  );
  return most;
}

const called = (method: string, path: string): AdminRequest => ({
  method: method as AdminRequest["method"],
  path: `/admin/v2${path}`,
  purpose: "try it",
});

describe("provider/pulsar/admin/topic-writes", () => {
  const topic = "/persistent/retail/orders/clicks";
  const cases: readonly (readonly [what: string, most: number, ...requests: string[]])[] = [
    ["a topic's end and that of a subscription", 1, `DELETE ${topic}`, `DELETE ${topic}/subscription/enrich`],
    ["a topic's end and new properties", 1, `DELETE ${topic}`, `PUT ${topic}/properties`],
    ["partitions and their topic", 1, `DELETE ${topic}/partitions`, `DELETE ${topic}-partition-3/subscription/enrich`],
    ["what is not persistent", 1, ...["", "/subscription/enrich"].map((end) => `DELETE /non-persistent/a/b/c${end}`)],
    ["reads beside a write", 3, `DELETE ${topic}`, `GET ${topic}/stats`, `GET ${topic}/subscriptions`],
    ["two topics", 2, `DELETE ${topic}`, `DELETE ${topic}2`],
    ["a topic of each kind", 2, `DELETE ${topic}`, `DELETE /non-persistent/retail/orders/clicks`],
    [
      "a namespace's policies",
      2,
      "POST /namespaces/retail/orders/retention",
      "POST /namespaces/retail/orders/dispatchRate",
    ],
  ];
  for (const [what, most, ...requests] of cases) {
    it(`${most === 1 ? "sends one after another" : "sends together"}: ${what}`, async () => {
      assert.equal(await together(...requests), most);
    });
  }

  it("goes on after a failure", async () => {
    let calls = 0;
    const failing = withTopicWrites(async () => {
      calls += 1;
      if (calls === 1) throw new Error("refused");
      return answer;
    }, ["http://failing"]);
    const request = { ...called("DELETE", topic), base: "", headers: {} };
    const ends = await Promise.allSettled([failing(request), failing(request)]);
    assert.deepEqual(
      ends.map(({ status }) => status),
      ["rejected", "fulfilled"],
    );
  });

  it("gives a call that waited all its time", async () => {
    const broker = await startScriptedBroker([
      (response, request) => void setTimeout(() => json(200, {})(response, request), 400),
      (response, request) => void setTimeout(() => json(200, {})(response, request), 400),
    ]);
    const admin = createAdminClient({ adminUrl: broker.url }, { totalBudgetMs: 600, timeoutMs: 600 });
    try {
      await Promise.all([admin.send(called("DELETE", topic)), admin.send(called("PUT", `${topic}/properties`))]);
    } finally {
      await admin.close();
      await broker.close();
    }
  });
});
