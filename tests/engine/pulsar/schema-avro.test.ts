import assert from "node:assert/strict";
import { AdminError } from "../../../provider/pulsar/admin/error";
import { schema } from "../../../provider/pulsar/schema";
import { identityOf } from "../../../provider/pulsar/schema/schema-state";
import { avroCases, avroPairs } from "./avro-cases";
import { type Broker, freshName, useBroker } from "./broker";
import { newTenant } from "./places";

const plain = JSON.stringify({ type: "record", name: "Plain", fields: [] });

/** Opinions on definitions, one after the other: the provider's before anything is sent, and the broker's. */
describe("provider/pulsar/schema and the broker on Avro", function () {
  this.timeout(60_000);
  let broker: Broker;
  let namespace: string;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
    namespace = `${await newTenant(broker)}/${freshName("namespace")}`;
    await broker.send("PUT", `/namespaces/${namespace}`, { schema_compatibility_strategy: "ALWAYS_COMPATIBLE" });
  });

  const newTopic = (): string => `${namespace}/${freshName("topic")}`;
  const post = (topic: string, type: string, definition: string): Promise<unknown> =>
    broker.send("POST", `/schemas/${topic}/schema`, { type, schema: definition, properties: {} });
  const isTaken = (call: Promise<unknown>): Promise<boolean> =>
    call.then(
      () => true,
      (error: unknown) => {
        assert.ok(error instanceof AdminError && [409, 422, 500].includes(error.status ?? 0), String(error));
        return false;
      },
    );

  /** A schema that is taken and lets no other one follow is as wrong as one that is not. */
  async function isGoodForBroker(type: string, definition: string): Promise<boolean> {
    const topic = newTopic();
    return (await isTaken(post(topic, type, definition))) && isTaken(post(topic, type, plain));
  }

  for (const type of ["AVRO", "JSON", "PROTOBUF"]) {
    it(`refuses of ${type} what the broker does not take or cannot read later, and nothing else`, async () => {
      const opinions: [string, boolean, boolean][] = [];
      for (const [name, definition] of avroCases) {
        const { failures } = schema.check({ topic: newTopic(), type, definition }, undefined);
        for (const { property } of failures) assert.match(property, /^definition/);
        opinions.push([name, failures.length === 0, await isGoodForBroker(type, definition)]);
      }
      assert.deepEqual(
        opinions.filter(([, ours, theirs]) => ours !== theirs),
        [],
      );
    });
  }

  it("takes for one what the broker takes for one version", async () => {
    const opinions: [string, boolean, boolean][] = [];
    for (const [name, left, right] of avroPairs) {
      const topic = newTopic();
      const [first, second] = [await post(topic, "AVRO", left), await post(topic, "AVRO", right)];
      const [ours, other] = [left, right].map((text) => identityOf({ type: "AVRO", schema: text, properties: {} }));
      opinions.push([name, ours === other, JSON.stringify(first) === JSON.stringify(second)]);
    }
    assert.deepEqual(
      opinions.filter(([, ours, theirs]) => ours !== theirs),
      [],
    );
  });
});
