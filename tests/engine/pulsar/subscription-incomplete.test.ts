import assert from "node:assert/strict";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import { type AdminRequest } from "../../../provider/pulsar/admin/request";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { ExistsButFails, type OperationContext, type Properties } from "../../../provider/pulsar/resource/resource";
import { subscription } from "../../../provider/pulsar/subscription";
import { topicOf } from "../../../provider/pulsar/topic/topic-path";
import { topicStats } from "../../../provider/pulsar/topic/topic-stats";
import { type Broker, freshName, useBroker } from "./broker";
import { produce } from "./client";
import { checkedInputs } from "./operations";
import { newTopic } from "./places";

/** Subscriptions that were made, and of which a later call of their create goes wrong. */
describe("an incomplete subscription", function () {
  this.timeout(60_000);
  let broker: Broker;
  let messages: string[];
  before(async () => (broker = await useBroker()));
  beforeEach(() => (messages = []));

  const contextOf = (urn: string, admin: AdminClient = broker.admin): OperationContext => ({
    admin,
    urn,
    preview: false,
    signal: new AbortController().signal,
    log: (severity, message) => messages.push(`${severity}: ${message}`),
  });
  const refusing = (fails: (request: AdminRequest) => boolean): AdminClient => ({
    ...broker.admin,
    send: (request) => (fails(request) ? Promise.reject(new Error("refused")) : broker.admin.send(request)),
  });
  /** What the engine keeps of a create whose calls to such a path are refused. */
  const incompleteAt = async (urn: string, inputs: Properties, path: string) => {
    const admin = refusing((request) => request.method === "POST" && request.path.includes(path));
    const failed: unknown = await subscription.create(inputs, contextOf(urn, admin)).catch((error: unknown) => error);
    assert.ok(failed instanceof ExistsButFails, String(failed));
    return { id: failed.id, inputs, outputs: failed.outputs };
  };
  const checked = (inputs: Properties): Properties => checkedInputs(subscription, inputs, undefined);
  const backlogOf = async (name: string): Promise<number | undefined> =>
    (await topicStats(broker.admin, topicOf(name)))?.subscriptions["s"]?.backlog;

  it("is replicated by the next update, though nothing is changed", async () => {
    const urn = freshName("urn:pulumi:test::p::t::r");
    const topic = await newTopic(broker, 2);
    const inputs = checked({ topic, subscription: "s", replicated: true });
    const state = await incompleteAt(urn, inputs, "/replicatedSubscriptionStatus");
    const outputs = await subscription.update(state.id, state, inputs, contextOf(urn));
    assert.equal(outputs["incomplete"], undefined);
    const found = await broker.send("GET", `/persistent/${topic}/subscription/s/replicatedSubscriptionStatus`);
    assert.deepEqual(Object.values(recordOf(found)), [true, true]);
  });
  it("goes to its start by the next update, wherever that is by then", async () => {
    for (const [start, backlog] of [
      [{ positionTime: "2026-01-01T00:00:00Z" }, 2],
      [{ position: "latest" }, 0],
    ] as const) {
      const urn = freshName("urn:pulumi:test::p::t::r");
      const topic = await newTopic(broker);
      const inputs = checked({ topic, subscription: "s", positionTime: "2020-01-01T00:00:00Z" });
      const state = await incompleteAt(urn, inputs, "/resetcursor/");
      await produce(broker, topic);
      await produce(broker, topic);
      await subscription.update(state.id, state, checked({ topic, subscription: "s", ...start }), contextOf(urn));
      assert.equal(await backlogOf(topic), backlog, JSON.stringify(start));
      assert.deepEqual(messages, []);
    }
  });
  it("differs in its start after a refresh, and is completed then", async () => {
    const urn = freshName("urn:pulumi:test::p::t::r");
    const topic = await newTopic(broker);
    const inputs = checked({ topic, subscription: "s", positionTime: "2100-01-01T00:00:00Z" });
    const made = await incompleteAt(urn, inputs, "/resetcursor/");
    await produce(broker, topic);
    const state = (await subscription.read(made.id, made, contextOf(urn))) ?? assert.fail("it is gone");
    assert.deepEqual(
      subscription.diff(state.inputs, inputs).changes.map(({ path }) => path),
      ["positionTime"],
    );
    await subscription.update(state.id, state, inputs, contextOf(urn));
    assert.equal(await backlogOf(topic), 0);
    const properties = recordOf(await broker.send("GET", `/persistent/${topic}/subscription/s/properties`));
    assert.deepEqual(Object.keys(properties), ["function-mesh.urn"]);
  });
});
