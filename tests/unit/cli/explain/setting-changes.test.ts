import assert from "node:assert/strict";
import { allFields } from "../../../../provider/cli/explain/all-fields";
import { settingChange } from "../../../../provider/cli/explain/setting-changes";
import { schema } from "../memory-terminal";

const types = { tenants: "Tenant", namespaces: "Namespace", topics: "Topic" } as const;

describe("settingChange", () => {
  const fields = allFields(schema);
  for (const [map, type] of Object.entries(types)) {
    const own = fields.filter((field) => field.startsWith(`${map}.`));

    it(`says it of each field of ${map}`, () => {
      assert.ok(own.length > 2);
      const silent = own.filter((field) => settingChange(field.replace(".", ".<name>.")) === undefined);
      assert.deepEqual(silent, []);
    });

    it(`says "in place" of no field of ${map} that makes a ${type} anew`, () => {
      const inputs: Readonly<Record<string, object>> =
        schema.resources[`function-mesh:pulsar:${type}`]?.inputProperties ?? {};
      const replacing = Object.keys(inputs).filter((name) => "willReplaceOnChanges" in (inputs[name] ?? {}));
      assert.ok(replacing.length > 0);
      assert.deepEqual(
        replacing.filter((name) => own.includes(`${map}.${name}`)),
        [],
      );
    });
  }

  it("says nothing of what is no setting", () => assert.equal(settingChange("constructor"), undefined));
});
