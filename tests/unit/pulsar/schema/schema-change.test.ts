import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type OperationContext } from "../../../../provider/pulsar/resource/resource";
import { createSchema } from "../../../../provider/pulsar/schema/schema-change";
import { cut, html, json, reason, startScriptedBroker, type Step } from "../admin/scripted-broker";

/** Answers of brokers and of what stands before them, as they came from old and new ones. */
describe("provider/pulsar/schema/schema-change", () => {
  const record = (type: string): string => JSON.stringify({ type: "record", name: "R", fields: [{ name: "a", type }] });
  const inputs = { topic: "persistent://t/n/x", type: "AVRO", definition: record("int"), properties: {} };
  const none = reason(404, "Schema not found");
  const at = (version: number, data: string, properties = {}): Step =>
    json(200, { version, type: "AVRO", timestamp: 1, data, properties });
  const registered = json(200, { version: { version: 3 } });
  const check =
    "Error during schema compatibility check with strategy FULL: org.apache.avro.X: Unable to read schema: ";

  /** What creating comes to, and the calls it took. */
  async function create(
    ...steps: readonly Step[]
  ): Promise<{ readonly end: string; readonly calls: readonly string[] }> {
    const broker = await startScriptedBroker(steps);
    const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0 });
    const context: OperationContext = {
      admin,
      urn: "urn",
      preview: false,
      signal: new AbortController().signal,
      log: () => undefined,
    };
    const end = await createSchema(inputs, context).then(
      (versions) => JSON.stringify(versions),
      (error: unknown) => String(error),
    );
    await admin.close();
    await broker.close();
    return { end, calls: broker.received.map(({ method }) => method) };
  }

  it("registers, and tells the version", async () => {
    const { end, calls } = await create(none, registered, at(3, inputs.definition));
    assert.deepEqual([end, calls], ['{"version":3,"latestVersion":3}', ["GET", "POST", "GET"]]);
  });
  it("registers again where the answer was cut off", async () => {
    const { end, calls } = await create(none, cut, registered, at(3, inputs.definition));
    assert.deepEqual([end, calls], ['{"version":3,"latestVersion":3}', ["GET", "POST", "POST", "GET"]]);
  });
  for (const [name, step] of [
    ["a page", html(409, `${check}\n{\n  &quot;type&quot; : &quot;record&quot; }`)],
    ["JSON for a page", json(409, { message: `${check}\n{\n  &quot;type&quot; }`, status: "409" })],
    ["a stack trace", reason(500, `\nMessage: ${check}\n{\n}\n\nStacktrace:\n\nx\n\tat y`)],
  ] as const) {
    it(`says what is not compatible where the refusal is ${name}`, async () => {
      const { end } = await create(none, step, at(2, record("string")));
      assert.match(
        end,
        /after version 2 \(strategy FULL\): they are not compatible\. What is different: field a was string and/,
      );
      assert.ok(!/quot|Stacktrace|\n/.test(end), end);
    });
  }
  it("asks for the strategy where the refusal does not tell it", async () => {
    const refused = html(409, "Incompatible schema: exists schema type STRING, new schema type AVRO");
    const string = json(200, { version: 2, type: "STRING", timestamp: 1, data: "", properties: {} });
    const strategy = json(202, { schemaCompatibilityStrategy: "BACKWARD", compatibility: true });
    const { end } = await create(none, refused, string, strategy);
    assert.match(end, /has a schema of type STRING \(version 2\), .* none of type AVRO after it \(strategy BACKWARD\)/);
  });
  it("says as much as it knows where the topic's schema cannot be read any more", async () => {
    const { end } = await create(none, html(409, check), reason(500, "it broke"));
    assert.match(
      end,
      /does not take the schema of topic persistent:\/\/t\/n\/x \(strategy FULL\): they are not compatible/,
    );
  });
  it("says what Pulsar cannot read", async () => {
    const { end } = await create(none, html(422, "Invalid schema definition data for AVRO schema"));
    assert.match(end, /cannot read the schema .* Pulsar says: "Invalid schema definition data for AVRO schema"/);
  });
  it("passes on what is no refusal", async () => {
    const { end } = await create(none, html(403, "Forbidden"));
    assert.match(end, /Could not register the schema of topic .* 403 "Forbidden"/);
  });
  it("says what was not kept", async () => {
    const { end } = await create(none, registered, at(3, record("string")));
    assert.match(end, /did not keep definition \(declared: .* at the broker: /);
  });
});
