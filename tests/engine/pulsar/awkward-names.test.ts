import assert from "node:assert/strict";
import { namespace } from "../../../provider/pulsar/namespace";
import type { Properties, PulsarResource } from "../../../provider/pulsar/resource/resource";
import { subscription } from "../../../provider/pulsar/subscription";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";
import { newNamespace, newTenant, newTopic } from "./places";

/** In the path of a request each of these means something else, unless it is told that it is a name. */
const texts = ["a b", "a/b", "a:b", "é", "...", "%2e%2e", "a%b#c?d&e=f", "a;b", "a\\b", 'a"b', "a+b", "a".repeat(200)];
const plain = ["a.b", "a=b", "a:b", "_", "-", "...", "a".repeat(200)];

/** What the checks let pass a broker takes, finds again and deletes. */
describe("awkward names at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async () => {
    broker = await useBroker();
  });

  async function comesAndGoes(resource: PulsarResource, inputs: Properties): Promise<void> {
    const made = operate(resource, broker);
    await made.create(inputs);
    assert.notEqual(await made.refresh(), undefined, JSON.stringify(inputs));
    await made.delete();
    assert.equal(await made.refresh(), undefined, JSON.stringify(inputs));
  }

  it("are those of subscriptions", async () => {
    const name = await newTopic(broker);
    for (const text of texts) {
      const made = operate(subscription, broker);
      await made.create({ topic: `persistent://${name}`, subscription: text });
      // By this very name: instances ask for it in a way of their own.
      assert.deepEqual(await broker.send("GET", `/persistent/${name}/subscriptions`), [text]);
      assert.notEqual(await made.refresh(), undefined, text);
      await made.delete();
      assert.deepEqual(await broker.send("GET", `/persistent/${name}/subscriptions`), []);
    }
  });

  it("are those of topics", async () => {
    const place = `persistent://${await newNamespace(broker)}`;
    for (const text of texts.filter((each) => each !== "a/b")) {
      await comesAndGoes(topic, { topic: `${place}/${text}` });
      await comesAndGoes(topic, { topic: `${place}/${text}`, partitions: 2 });
    }
  });

  it("are those of tenants and namespaces", async () => {
    const home = await newTenant(broker);
    for (const text of plain) {
      await comesAndGoes(tenant, { tenant: `${freshName("t")}${text}` });
      await comesAndGoes(namespace, { tenant: home, namespace: text });
    }
  });
});
