import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import type { Reader as MarkingReader } from "../../../../provider/pulsar/cleanup/reader-marks";
import { unsubscribe } from "../../../../provider/pulsar/cleanup/unsubscribe";
import { json, reason, type ReceivedRequest, startScriptedBroker, type Step } from "../admin/scripted-broker";

interface Reader {
  readonly name: string;
  readonly id?: string;
}

interface Unsubscribing {
  /** Who reads, at each look; the last one lasts. */
  readonly readers: readonly (readonly Reader[])[];
  readonly deleteWaitSeconds?: number;
  readonly instance?: string | undefined;
  readonly isOngoing?: boolean;
  readonly properties?: Readonly<Record<string, string>>;
  readonly needsMark?: boolean;
  /** Refuses the delete, as for a reader that came meanwhile. */
  readonly isRefused?: boolean;
}

/** Plays a topic whose readers come and go; real clients with a member's id are instances, which end-to-end tests run. */
async function run({ readers, deleteWaitSeconds = 1, isRefused = false, properties = {}, ...rest }: Unsubscribing) {
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
            : json(200, properties);
    step(response, request);
  };
  const broker = await startScriptedBroker([answer]);
  const admin = createAdminClient({ adminUrl: broker.url });
  const messages: string[] = [];
  const signal = new AbortController().signal;
  const context = { admin, urn: "u", preview: false, signal, log: (_: string, text: string) => messages.push(text) };
  const reader: MarkingReader = { stamps: ["own"], token: "a" };
  const target = {
    topic: topicOf("persistent://t/n/in"),
    subscription: "s",
    instance: "t/n/f",
    reader,
    isOngoing: false,
    needsMark: false,
    ...rest,
  };
  const started = Date.now();
  try {
    const end = await unsubscribe(target, { deleteWaitSeconds }, context);
    const isDeleted = broker.received.some(({ method }: ReceivedRequest) => method === "DELETE");
    return { isDeleted, messages: messages.join("\n"), end, milliseconds: Date.now() - started };
  } finally {
    await admin.close();
    await broker.close();
  }
}

const own = { name: "c0", id: "t/n/f" };
const stranger = { name: "theirs", id: "t/n/other" };
const nameless = { name: "nameless" };

const nobodyElse = { isDeleted: true, end: "settled" };
const left = { isDeleted: false, end: "settled" };

describe("unsubscribe", () => {
  it("deletes what nobody reads", async () => {
    const { isDeleted, end } = await run({ readers: [[]] });
    assert.deepEqual({ isDeleted, end }, nobodyElse);
  });

  it("waits for the member's own instances to end", async () => {
    const { isDeleted, messages } = await run({ readers: [[own], [own], []], deleteWaitSeconds: 20 });
    assert.deepEqual({ isDeleted, messages }, { isDeleted: true, messages: "" });
  });

  it("waits for readers that say nothing of themselves, and leaves it to those that stay", async () => {
    assert.equal((await run({ readers: [[nameless], []], deleteWaitSeconds: 20 })).isDeleted, true);
    const { isDeleted, messages, end } = await run({ readers: [[nameless]] });
    assert.deepEqual({ isDeleted, end }, left);
    assert.match(messages, /is left, since it is in use by consumer "nameless" from/);
  });

  it("leaves it to somebody else at once, and names who, and how it is deleted", async () => {
    const { isDeleted, messages, end, milliseconds } = await run({
      readers: [[own, stranger]],
      deleteWaitSeconds: 60,
    });
    assert.deepEqual({ isDeleted, end }, left);
    assert.match(messages, /consumer "theirs" of t\/n\/other instance \?/);
    assert.match(messages, /`pulsar-admin topics unsubscribe --subscription s persistent:\/\/t\/n\/in`/);
    assert.ok(milliseconds < 12_000);
  });

  it("waits for all where the state does not tell which are its own, as of an earlier version", async () => {
    const ended = await run({ readers: [[own], []], deleteWaitSeconds: 20, instance: undefined });
    assert.deepEqual([ended.isDeleted, ended.messages], [true, ""]);
    const { isDeleted, end } = await run({ readers: [[own]], instance: undefined });
    assert.deepEqual({ isDeleted, end }, left);
  });

  it("leaves it, and no update stuck, when the member's own instances do not end", async () => {
    const { isDeleted, end, messages } = await run({ readers: [[own]] });
    assert.deepEqual({ isDeleted, end }, left);
    assert.match(messages, /in use by consumer "c0" of t\/n\/f instance \?/);
  });

  it("leaves it for later while the member goes on and its instances read it", async () => {
    const { isDeleted, end, messages } = await run({ readers: [[own]], isOngoing: true });
    assert.deepEqual({ isDeleted, end }, { isDeleted: false, end: "read" });
    assert.match(messages, /is still read by .* deleted when the member is updated or goes/);
  });

  it("leaves it to somebody who comes at the moment of the delete", async () => {
    const { end, messages } = await run({ readers: [[]], isRefused: true });
    assert.equal(end, "settled");
    assert.match(messages, /in use by somebody who came and went/);
  });

  it("leaves what another reader has marked, whoever is connected", async () => {
    for (const readers of [[], [own]]) {
      const { isDeleted, messages, milliseconds } = await run({
        readers: [readers],
        deleteWaitSeconds: 60,
        properties: { "function-mesh.reader.own": "a", "function-mesh.reader.other": "b" },
      });
      assert.equal(isDeleted, false);
      assert.match(messages, /is left, since another member reads it.*pulsar-admin topics unsubscribe/);
      assert.ok(milliseconds < 12_000);
    }
  });

  it("takes the mark of one of the same name that has its place for another's, and that of its changes for its own", async () => {
    const properties = (token: string) => ({ "function-mesh.reader.own": token });
    assert.equal((await run({ readers: [[]], properties: properties("b") })).isDeleted, false);
    assert.equal((await run({ readers: [[]], properties: properties("1") })).isDeleted, true);
  });

  it("leaves what does not bear the mark where only that tells whose it is", async () => {
    const { isDeleted, messages } = await run({ readers: [[]], needsMark: true });
    assert.deepEqual([isDeleted, messages], [false, ""]);
  });
});
