import assert from "node:assert/strict";
import { topicNames } from "../../../../provider/model/diagram/topic-names";
import { placeholder } from "../../../../provider/model/unknown";
import { member } from "./sample-topology";

const shown = (...names: readonly string[]) => [
  ...topicNames({ topics: names.map((name) => ({ name, pulsarClusters: [], owned: true })), members: [] }).values(),
];

describe("topic names", () => {
  it("leave away the namespace that most topics are in", () => {
    assert.deepEqual(shown("persistent://a/b/x", "persistent://c/d/y", "persistent://c/d/z"), ["a/b/x", "y", "z"]);
  });

  it("leave away the first by name of several that are as frequent", () => {
    assert.deepEqual(shown("persistent://c/d/y", "persistent://a/b/x"), ["c/d/y", "x"]);
  });

  it("are of patterns too, which do not decide what is left away", () => {
    const patterns = ["persistent://a/b/.*", "persistent://c/d/.*"];
    const topics = [{ name: "persistent://c/d/y", pulsarClusters: [], owned: true }];
    const names = topicNames({ topics, members: [member("m", { patterns })] });
    assert.deepEqual([...names.values()], ["y", "a/b/.*", ".*"]);
  });

  it("say what is not persistent", () => {
    assert.deepEqual(shown("non-persistent://a/b/x", "persistent://a/b/x"), ["non-persistent://x", "x"]);
  });

  it("leave what is no name as it is", () => {
    assert.deepEqual(shown(placeholder("unknown", 1), "(secret)"), [placeholder("unknown", 1), "(secret)"]);
  });
});
