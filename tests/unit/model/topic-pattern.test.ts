import assert from "node:assert/strict";
import { looksLikeExpression, readTopicPattern } from "../../../provider/model/topic-pattern";

describe("topic-pattern", () => {
  const matching = [
    { pattern: "persistent://a/b/c-.*", topic: "persistent://a/b/c-1", want: true },
    { pattern: "persistent://a/b/c-.*", topic: "non-persistent://a/b/c-1", want: true },
    { pattern: "persistent://a/b/c-.*", topic: "persistent://a/b/xc-1", want: false },
    { pattern: "persistent://a/b/c", topic: "persistent://a/b/cd", want: false },
    { pattern: "persistent://a/b/c|d", topic: "persistent://a/b/c", want: true },
    { pattern: "persistent://a/b/(?i)c", topic: "persistent://a/b/C", want: true },
    { pattern: "persistent://a/b/\\Qc.d\\E.*+", topic: "persistent://a/b/c.d1", want: true },
    { pattern: "persistent://a/b/\\Qc.d\\E.*+", topic: "persistent://a/b/cxd1", want: false },
  ];
  for (const { pattern, topic, want } of matching) {
    it(`${pattern} ${want ? "matches" : "does not match"} ${topic}`, () => {
      const read = readTopicPattern(pattern);
      assert.ok(read.kind === "expression");
      assert.equal(read.matches(topic), want);
    });
  }

  for (const { pattern, want } of [
    { pattern: "persistent://a/b/c(", want: "malformed" },
    { pattern: "persistent://a/b/[z-a]", want: "malformed" },
    { pattern: "persistent://a/b/c.*+(", want: "malformed" },
    { pattern: "persistent://a/b/c)(d", want: "malformed" },
    { pattern: "persistent://a/b/[a-z&&[^x]]", want: "foreign" },
  ]) {
    it(`${pattern} is ${want}`, () => assert.equal(readTopicPattern(pattern).kind, want));
  }
});

describe("looksLikeExpression", () => {
  const expressions = [
    "clicks-.*",
    "*",
    ".+",
    "a.?",
    "(a|b)",
    "clicks-[ab]",
    "clicks-\\d",
    "clicks\\.v1",
    "a{2}",
    "a{1,}",
    "^clicks",
  ];
  for (const text of expressions) it(`takes ${text} for one`, () => assert.equal(looksLikeExpression(text), true));

  const names = [
    "clicks",
    "clicks.v1",
    "a+b",
    "x=1:2",
    "orders(old)",
    "a$b",
    "a{b}",
    "what?",
    "[]",
    "a-partition-0",
    "$(HOME)-`x`-ü✓\\-java",
  ];
  for (const text of names) it(`takes ${text} for a name`, () => assert.equal(looksLikeExpression(text), false));
});
