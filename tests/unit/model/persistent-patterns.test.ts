import assert from "node:assert/strict";
import { persistentPatterns } from "../../../provider/model/persistent-patterns";
import type { FunctionSpec } from "../../../provider/model/function";
import { planMesh } from "../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../sample-mesh";

const patternsOf = (spec: Partial<FunctionSpec>) =>
  planMesh("mesh", sampleMesh({ functions: { f: javaFunction(spec) } })).plan.members.flatMap((member) =>
    persistentPatterns(member).map(({ name }) => name),
  );

describe("persistentPatterns", () => {
  it("are those of the input and of its specs", () => {
    const sourceSpecs = { "a/b/c-.*": { isRegexPattern: true }, d: {} };
    assert.deepEqual(patternsOf({ input: { topics: ["in"], topicPattern: "clicks-.*", sourceSpecs } }).sort(), [
      "persistent://a/b/c-.*",
      "persistent://public/default/clicks-.*",
    ]);
  });
  it("are none over topics that keep nothing", () => {
    assert.deepEqual(patternsOf({ input: { topicPattern: "non-persistent://a/b/c-.*" } }), []);
  });
  it("are none where a connector stands in place of topics", () => {
    const input = { topicPattern: "clicks-.*" };
    assert.deepEqual(patternsOf({ input, source: { connector: "builtin://kafka" } }), []);
  });
});
