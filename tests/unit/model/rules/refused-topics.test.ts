import assert from "node:assert/strict";
import type { MemberPattern } from "../../../../provider/model/rules/member-patterns";
import { mayFind, mayHaveFound, mayMean, refusedTopics } from "../../../../provider/model/rules/refused-topics";
import type { StatedTopic } from "../../../../provider/model/rules/stated-topics";
import { readTopicPattern } from "../../../../provider/model/topic-pattern";
import { javaFunction, sink } from "../../sample-mesh";
import { around } from "./broken-meshes";
import { checkedMesh } from "./checked-mesh";

const stated = (text: string, isPattern = false): StatedTopic => ({ text, path: () => "x", use: "read", isPattern });
const pattern = (text: string): MemberPattern => ({
  text,
  stated: text,
  path: "x",
  pattern: readTopicPattern(text),
  isComputed: false,
});
const home = "persistent://public/default/";

describe("provider/model/rules/refused-topics", () => {
  const meanings = [
    ["o u t", "out", true],
    ["persistent:/public/default/out", "out", true],
    ["out/", "out", true],
    ["default/Out", "out", true],
    ["persistent://a b/orders/x", "x", true],
    ["persistent://a b/orders/x", "or", false],
    ["persistent://a b/orders/x", "orders", false],
    ["persistent://a b/orders/x", "per", false],
    ["ma in", "in", false],
    ["out-.*", "out-a", true],
    ["^out-.*", "out-a", true],
    ["outs?-.*", "out-a", true],
    ["public/default/(out|log)", "out", true],
    ["log|out", "out", true],
    ["log-.*", "out", false],
    ["//", "out", false],
  ] as const;
  for (const [text, local, want] of meanings)
    it(`takes ${text} ${want ? "" : "not "}for ${local}`, () =>
      assert.equal(mayMean(stated(text), home + local), want));
  it("takes a pattern in no namespace for any topic", () => assert.ok(mayMean(stated("a b/.*", true), `${home}out`)));

  const finds = [
    ["out.*", "out put", true],
    [".*", "a/b", true],
    ["orders?", "or ders", true],
    ["put.*", "out put", false],
    ["per.*", "persistent://a b/c/out", false],
    ["in.*", "out-.*", true],
  ] as const;
  for (const [text, refused, want] of finds)
    it(`has ${text} ${want ? "" : "not "}find ${refused}`, () =>
      assert.equal(mayFind(pattern(home + text), stated(refused)), want));

  const malformed = [
    [`${home}out(`, `${home}out-a`, true],
    [`${home}out(`, `${home}log`, false],
    ["persistent://my.tenant/default/out(", "persistent://my.other/default/out", false],
    [`${home}out(`, "persistent://public/other/out", false],
    [`${home}out(`, "non-persistent://public/default/out", false],
    [`${home}out.*`, `${home}out-a`, false],
  ] as const;
  for (const [text, topic, want] of malformed)
    it(`has ${text} ${want ? "" : "not "}have found ${topic}`, () =>
      assert.equal(mayHaveFound(pattern(text), topic), want));

  it("are those of members and of entries, without what others have", () => {
    const spec = around(
      {},
      {
        functions: { f: javaFunction({ input: { topics: ["a|b", "c|d", "e f"] }, logTopic: "l og" }) },
        sinks: { k: sink({ input: { topics: ["public/default/a|b"] } }) },
        topics: { "a|b": { external: true }, "x.*": {} },
      },
    );
    assert.deepEqual(
      refusedTopics(checkedMesh(spec)).map(({ text, use }) => `${use} ${text}`),
      ["read c|d", "read e f", "written l og", "declared x.*"],
    );
  });
});
