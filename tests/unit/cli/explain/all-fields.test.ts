import assert from "node:assert/strict";
import { allFields } from "../../../../provider/cli/explain/all-fields";
import { schema } from "../memory-terminal";

describe("allFields", () => {
  const fields = allFields(schema);

  it("holds each field once, members' without the map that they are in", () => {
    assert.equal(new Set(fields).size, fields.length);
    assert.ok(fields.includes("input.sourceSpecs.schemaType"));
    assert.ok(!fields.some((field) => field.startsWith("functions.")));
  });

  it("ends where Kubernetes' own shapes begin, and has the shortest paths first", () => {
    assert.ok(!fields.some((field) => field.startsWith("pod.affinity.")));
    const depths = fields.map((field) => field.split(".").length);
    assert.deepEqual(
      depths,
      [...depths].sort((left, right) => left - right),
    );
  });
});
