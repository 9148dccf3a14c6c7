import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { schema } from "../../../provider/pulsar/schema";
import { obtainPulsar } from "../../../tools/obtain/pulsar";
import { javaCommand } from "../../../tools/run/pulsar-command";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";
import { newTenant } from "./places";

const definition = JSON.stringify({
  type: "record",
  name: "Click",
  fields: [{ name: "page", type: ["null", "string"], default: null }],
});

/** Pulsar's own client in Java joins topics with our schemas, where the namespace lets it bring along none of its own. */
describe("provider/pulsar/schema and real clients", function () {
  this.timeout(120_000);
  let broker: Broker;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
  });

  const through = async (...topics: readonly string[]): Promise<string> => {
    const { home } = await obtainPulsar();
    const flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", join(home, "lib", "*")];
    const program = join(__dirname, "ThroughTopics.java");
    const { stdout } = await promisify(execFile)(javaCommand(), [...flags, program, broker.adminUrl, ...topics]);
    // The client's own log goes there too.
    return /^arrived: (.*)$/m.exec(stdout)?.[1] ?? stdout;
  };

  it("send and receive", async () => {
    const namespace = `${await newTenant(broker)}/${freshName("namespace")}`;
    await broker.send("PUT", `/namespaces/${namespace}`, {
      is_allow_auto_update_schema: false,
      schema_validation_enforced: true,
    });
    const value = { type: "AVRO", definition };
    const given: readonly Properties[] = [
      { topic: `${namespace}/avro`, type: "AVRO", definition },
      { topic: `${namespace}/json`, type: "JSON", definition },
      { topic: `${namespace}/pairs`, type: "KEY_VALUE", key: { type: "STRING" }, value, encoding: "SEPARATED" },
    ];
    const made = given.map((inputs) => ({ inputs, resource: operate(schema, broker) }));
    for (const { inputs, resource } of made) await resource.create(inputs);
    assert.equal(await through(...given.map(({ topic }) => String(topic))), "home home customer=home");
    for (const { inputs, resource } of made) {
      const read = await resource.refresh();
      assert.deepEqual([resource.changed(inputs), read?.outputs["latestVersion"]], [[], 0]);
    }
  });
});
