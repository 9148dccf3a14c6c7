import assert from "node:assert/strict";
import { withDefaults, withoutDefaults } from "../../../../provider/pulumi/custom/defaults";
import { type Properties } from "../../../../provider/pulsar/resource/resource";
import { schema } from "../../../../provider/pulsar/schema";
import { subscription } from "../../../../provider/pulsar/subscription";
import { tenant } from "../../../../provider/pulsar/tenant";
import { topic } from "../../../../provider/pulsar/topic";
import { topology } from "../../../../provider/pulumi/resources/topology";

const nothing = { inputs: {}, outputs: {} };
const usual = { onExisting: "adoptIfEqual", onDelete: "delete", deleteWaitSeconds: 90 };
const name = "persistent://t/n/x";

describe("provider/pulumi/custom/defaults", () => {
  const imports = [
    { resource: tenant, read: { tenant: "t", ...usual }, want: { tenant: "t" } },
    {
      resource: tenant,
      read: { tenant: "t", ...usual, onDelete: "retain" },
      want: { tenant: "t", onDelete: "retain" },
    },
    {
      resource: topic,
      read: { topic: name, partitions: 0, deleteWhileInactive: false, ...usual },
      want: { topic: name },
    },
    {
      resource: topic,
      read: { topic: name, partitions: 2, deleteWhileInactive: true, ...usual },
      want: { topic: name, partitions: 2, deleteWhileInactive: true },
    },
    {
      resource: subscription,
      read: { topic: name, subscription: "s", position: "earliest", ...usual },
      want: { topic: name, subscription: "s" },
    },
    {
      resource: schema,
      read: { topic: name, type: "STRING", definition: "", properties: {}, ...usual },
      want: { topic: name, type: "STRING" },
    },
    { resource: topology, read: { topology: {}, facts: {} }, want: { topology: {}, facts: {} } },
  ];
  for (const { resource, read, want } of imports) {
    it(`leaves only what is no default of an imported ${JSON.stringify(want)}`, () => {
      assert.deepEqual(withoutDefaults(resource, read, nothing), want);
      assert.deepEqual(resource.check(want, undefined).failures, []);
    });
    it(`knows again what was left out of ${JSON.stringify(want)}`, () => {
      const complete = withDefaults(resource, { inputs: want, outputs: read });
      assert.deepEqual(complete, read);
      assert.deepEqual(resource.diff(complete, resource.check(want, undefined).inputs).changes, []);
    });
  }

  it("leaves out in a refresh what the import left out, and what the state has stays", () => {
    const read: Properties = { tenant: "t", ...usual };
    const refreshed = (inputs: Properties): Properties => withoutDefaults(tenant, read, { inputs, outputs: read });
    assert.deepEqual(refreshed({ tenant: "t", onDelete: "delete" }), { tenant: "t", onDelete: "delete" });
    assert.deepEqual(refreshed(read), read);
  });
  it("takes no default for known that an earlier version did not know", () => {
    const { onDelete, ...before } = { tenant: "t", ...usual };
    const stored = { inputs: before, outputs: before };
    assert.equal(onDelete, "delete");
    assert.deepEqual(withDefaults(tenant, stored), before);
    assert.deepEqual(withoutDefaults(tenant, { ...before, onDelete }, stored), { ...before, onDelete });
  });
});
