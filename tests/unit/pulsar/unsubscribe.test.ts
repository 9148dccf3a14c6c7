import assert from "node:assert/strict";
import { createAdminClient } from "../../../provider/pulsar/admin/client";
import { topicOf } from "../../../provider/pulsar/topic-path";
import { unsubscribe } from "../../../provider/pulsar/unsubscribe";
import { json, reason, type ReceivedRequest, startScriptedBroker, type Step } from "./admin/scripted-broker";

interface Reader {
  readonly name: string;
  readonly id?: string;
}

interface Unsubscribing {
  /** Who reads, at each look; the last one lasts. */
  readonly readers: readonly (readonly Reader[])[];
  readonly deleteWaitSeconds?: number;
  /** Refuses the delete, as for a reader that came meanwhile. */
  readonly isRefused?: boolean;
}

/** Plays a topic whose readers come and go; real clients with a member's id are instances, which end-to-end tests run. */
async function run({ readers, deleteWaitSeconds = 1, isRefused = false }: Unsubscribing) {
  let looks = 0;
  const stats = (): Step => {
    const now = readers[Math.min(looks++, readers.length - 1)] ?? [];
    const consumers = now.map(({ name, id }) => ({ consumerName: name, metadata: id === undefined ? {} : { id } }));
    return json(200, { subscriptions: { s: { consumers } } });
  };
  const answer: Step = (response, request) => {
    const { method, url = "" } = request;
    const step =
      method === "DELETE"
        ? isRefused
          ? reason(412, "Subscription has active connected consumers")
          : json(204, {})
        : url.endsWith("/subscriptions")
          ? json(200, ["s"])
          : url.endsWith("/stats")
            ? stats()
            : json(200, {});
    step(response, request);
  };
  const broker = await startScriptedBroker([answer]);
  const admin = createAdminClient({ adminUrl: broker.url });
  const messages: string[] = [];
  const signal = new AbortController().signal;
  const context = { admin, urn: "u", preview: false, signal, log: (_: string, text: string) => messages.push(text) };
  const target = { topic: topicOf("persistent://t/n/in"), subscription: "s", instance: "t/n/f" };
  const started = Date.now();
  try {
    const error: unknown = await unsubscribe(target, { deleteWaitSeconds }, context).catch((cause: unknown) => cause);
    const isDeleted = broker.received.some(({ method }: ReceivedRequest) => method === "DELETE");
    return { isDeleted, messages: messages.join("\n"), error: String(error ?? ""), milliseconds: Date.now() - started };
  } finally {
    await admin.close();
    await broker.close();
  }
}

const own = { name: "c0", id: "t/n/f" };
const stranger = { name: "theirs", id: "t/n/other" };
const nameless = { name: "nameless" };

describe("unsubscribe", () => {
  it("deletes what nobody reads", async () => {
    const { isDeleted, error } = await run({ readers: [[]] });
    assert.deepEqual({ isDeleted, error }, { isDeleted: true, error: "" });
  });

  it("waits for the member's own instances to end", async () => {
    const { isDeleted, messages } = await run({ readers: [[own], [own], []], deleteWaitSeconds: 20 });
    assert.deepEqual({ isDeleted, messages }, { isDeleted: true, messages: "" });
  });

  it("waits for readers that say nothing of themselves, and leaves it to those that stay", async () => {
    assert.equal((await run({ readers: [[nameless], []], deleteWaitSeconds: 20 })).isDeleted, true);
    const { isDeleted, messages, error } = await run({ readers: [[nameless]] });
    assert.deepEqual({ isDeleted, error }, { isDeleted: false, error: "" });
    assert.match(messages, /is left, since it is in use by consumer "nameless" from/);
  });

  it("leaves it to somebody else at once, and names who", async () => {
    const { isDeleted, messages, error, milliseconds } = await run({
      readers: [[own, stranger]],
      deleteWaitSeconds: 60,
    });
    assert.deepEqual({ isDeleted, error }, { isDeleted: false, error: "" });
    assert.match(messages, /consumer "theirs" of t\/n\/other instance \?/);
    assert.ok(milliseconds < 12_000);
  });

  it("fails when the member's own instances do not end, so that the next destroy finds it", async () => {
    const { isDeleted, error } = await run({ readers: [[own]] });
    assert.equal(isDeleted, false);
    assert.match(error, /the member's instances still read it.*t\/n\/f instance \?/);
  });

  it("leaves it to somebody who comes at the moment of the delete", async () => {
    const { error, messages } = await run({ readers: [[]], isRefused: true });
    assert.equal(error, "");
    assert.match(messages, /in use by somebody who came and went/);
  });
});
