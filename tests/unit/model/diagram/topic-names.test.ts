import assert from "node:assert/strict";
import { topicNames } from "../../../../provider/model/diagram/topic-names";
import { placeholder } from "../../../../provider/model/unknown";

const shown = (...names: readonly string[]) => [
  ...topicNames(names.map((name) => ({ name, pulsarClusters: [], owned: true }))).values(),
];

describe("topic names", () => {
  it("leave away the namespace that most topics are in", () => {
    assert.deepEqual(shown("persistent://a/b/x", "persistent://c/d/y", "persistent://c/d/z"), ["a/b/x", "y", "z"]);
  });

  it("leave away the first by name of several that are as frequent", () => {
    assert.deepEqual(shown("persistent://c/d/y", "persistent://a/b/x"), ["c/d/y", "x"]);
  });

  it("say what is not persistent", () => {
    assert.deepEqual(shown("non-persistent://a/b/x", "persistent://a/b/x"), ["non-persistent://x", "x"]);
  });

  it("leave what is no name as it is", () => {
    assert.deepEqual(shown(placeholder("unknown", 1), "(secret)"), [placeholder("unknown", 1), "(secret)"]);
  });
});
