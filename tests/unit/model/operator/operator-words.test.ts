import assert from "node:assert/strict";
import { operatorWords, ownWords, ownWordsAbove, wholeWord } from "../../../../provider/model/operator/operator-words";

const ownOf = (path: string): unknown => {
  const found = ownWords(path);
  return found?.kind === "renamed" ? found.words.map(({ own, kind }) => [own, kind]) : found;
};
const above = (path: string): unknown => ownWordsAbove(path).map(({ own, kind }) => [own, kind]);

describe("operatorWords", () => {
  it("has each word once for each kind", () => {
    const rows = operatorWords.map(({ word, kind }) => `${word} ${kind ?? ""}`);
    assert.equal(new Set(rows).size, rows.length);
  });

  it("tells what a field is called here, by kind", () => {
    assert.deepEqual(ownOf("maxReplicas"), [["autoscaling.maxReplicas", undefined]]);
    assert.deepEqual(ownOf("sourceConfig"), [
      ["source", "function"],
      ["config", "source"],
    ]);
    assert.deepEqual(ownOf("input.sourceSpecs.orders.serdeClassname"), [
      ["input.sourceSpecs.*.serdeClassName", undefined],
    ]);
  });

  it("tells why a field has no effect", () => {
    assert.deepEqual(ownOf("imageHasGet"), {
      kind: "without-effect",
      reason: "packages are downloaded by a container of their own",
    });
  });

  it("knows no other word for what is called the same", () => assert.equal(ownOf("input.topics"), undefined));

  it("translates the longest beginning", () => {
    assert.deepEqual(above("pulsar.authConfig.oauth2Config.audience"), [["instanceAuth.oauth2.audience", undefined]]);
    assert.deepEqual(above("sinkConfig.className"), [
      ["sink.className", "function"],
      ["config.className", "sink"],
    ]);
    assert.deepEqual(above("pulsar.east.adminUrl"), []);
  });

  it("makes whole what begins within a word", () => {
    assert.equal(wholeWord("tlsConfig.enabled"), "pulsar.tlsConfig.enabled");
    assert.equal(wholeWord("replicas"), undefined);
  });
});
