import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import { memberCleanup } from "../../../provider/model/member-cleanup";
import { patternsOf } from "../../../provider/model/patterns-of";
import { planMesh } from "../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../sample-mesh";

const memberOf = (spec: Partial<FunctionSpec>) => {
  const topics = { "clicks-a": {}, "non-persistent://public/default/clicks-b": {} };
  const [member] = planMesh("mesh", sampleMesh({ topics, functions: { f: javaFunction(spec) } })).plan.members;
  assert.ok(member !== undefined);
  return member;
};
const names = (uses: readonly { readonly name: string }[]): readonly string[] => uses.map(({ name }) => name).sort();

describe("patternsOf", () => {
  it("are those of the input and of its specs", () => {
    const sourceSpecs = { "a/b/c-.*": { isRegexPattern: true }, d: {} };
    assert.deepEqual(
      names(patternsOf(memberOf({ input: { topics: ["in"], topicPattern: "clicks-.*", sourceSpecs } }))),
      ["persistent://a/b/c-.*", "persistent://public/default/clicks-.*"],
    );
  });

  it("find persistent topics whatever they begin with, in all that follows from them", () => {
    for (const scheme of ["", "persistent://", "non-persistent://"]) {
      const member = memberOf({ input: { topicPattern: `${scheme}public/default/clicks-.*` } });
      const pattern = "persistent://public/default/clicks-.*";
      assert.deepEqual(names(patternsOf(member)), [pattern]);
      assert.deepEqual(names(member.found), ["persistent://public/default/clicks-a"]);
      assert.deepEqual(
        member.subscriptions.map(({ topic }) => topic),
        ["persistent://public/default/clicks-a"],
      );
      assert.deepEqual(memberCleanup(member)?.patterns, [pattern]);
    }
  });

  it("are none where a connector stands in place of topics, and nothing follows from them", () => {
    const input = { topicPattern: "clicks-.*", topics: ["clicks-a"] };
    const member = memberOf({ input, source: { connector: "builtin://kafka" } });
    assert.deepEqual([...patternsOf(member), ...member.reads, ...member.found, ...member.subscriptions], []);
    assert.equal(memberCleanup(member), undefined);
  });
});
