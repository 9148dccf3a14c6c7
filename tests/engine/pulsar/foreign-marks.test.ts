import assert from "node:assert/strict";
import { namespace } from "../../../provider/pulsar/namespace";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { type Properties, type PulsarResource } from "../../../provider/pulsar/resource/resource";
import { subscription } from "../../../provider/pulsar/subscription";
import { topic } from "../../../provider/pulsar/topic";
import { type Broker, useBroker } from "./broker";
import { operate } from "./operations";
import { fresh } from "./package-calls";
import { newNamespace, newTenant, newTopic } from "./places";

interface Marked {
  readonly resource: PulsarResource;
  readonly fresh: (broker: Broker) => Promise<Properties>;
}

const kinds: readonly Marked[] = [
  { resource: namespace, fresh: async (broker) => ({ tenant: await newTenant(broker), namespace: "n" }) },
  { resource: topic, fresh: async (broker) => ({ topic: `${await newNamespace(broker)}/t` }) },
  { resource: topic, fresh: async (broker) => ({ topic: `${await newNamespace(broker)}/t`, partitions: 2 }) },
  { resource: subscription, fresh: async (broker) => ({ topic: await newTopic(broker), subscription: "s" }) },
  { resource: pulsarPackage, fresh: () => Promise.resolve(fresh()) },
];

/** Objects that carry the mark of another resource, as of another stack. */
describe("an object with another resource's mark", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
  });

  const warning = (happens: string): RegExp =>
    new RegExp(
      `^warning: .* is marked by another resource, of this stack or another one, and ${happens}\\. If that one`,
    );

  for (const { resource, fresh: freshInputs } of kinds) {
    it(`is told of at preview and when it is taken over: ${resource.type}`, async () => {
      const inputs = await freshInputs(broker);
      const [first, second] = [operate(resource, broker), operate(resource, broker)];
      await first.preview(inputs);
      await first.create(inputs);
      await first.create(inputs);
      assert.deepEqual(first.messages, []);
      await second.preview(inputs);
      assert.match(second.messages[0] ?? "", warning("will be taken over if it is equal to what is declared"));
      await second.create({ ...inputs, onExisting: "adopt" });
      assert.match(second.messages[1] ?? "", warning("is taken over"));
      assert.equal(second.messages.length, 2);
    });
  }
  it("is not looked at by a preview that will refuse it", async () => {
    const inputs = { topic: await newTopic(broker), onExisting: "refuse" };
    broker.calls();
    await operate(topic, broker).preview(inputs);
    assert.deepEqual(broker.calls(), []);
  });
});
