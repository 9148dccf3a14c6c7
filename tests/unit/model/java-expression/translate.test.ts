import assert from "node:assert/strict";
import { translateJavaExpression } from "../../../../provider/model/java-expression/translate";

/** What `java.util.regex` of JDK 17 says of each: `matches()` is true for the first texts and false for the others. */
const rows: readonly {
  readonly expression: string;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}[] = [
  { expression: "a/b/clicks-.*", yes: ["a/b/clicks-1"], no: ["a/b/xclicks-1", "a/b/clicks"] },
  { expression: "a/b/c|d", yes: ["a/b/c", "d"], no: ["a/b/d"] },
  { expression: "\\Qa.b\\E.*", yes: ["a.bc"], no: ["axbc"] },
  { expression: "\\Qa.b*", yes: ["a.b*"], no: ["a.bb"] },
  { expression: "\\Qab\\E+", yes: ["abb"], no: ["abab"] },
  { expression: "\\\\Q", yes: ["\\Q"], no: ["Q"] },
  { expression: "\\Q-\\E{2}", yes: ["--"], no: ["-"] },
  { expression: "a*+b", yes: ["aaab", "b"] },
  { expression: "a*+ab", no: ["aab", "ab"] },
  { expression: "a++.{0,2}+b?+", yes: ["aaxyb", "a"], no: ["b"] },
  { expression: "(?>a|ab)c", yes: ["ac"], no: ["abc"] },
  { expression: "(?:ab|a)++b", yes: ["aabb"], no: ["ababab", "ab"] },
  { expression: "a/(?i)b", yes: ["a/b", "a/B"], no: ["A/b"] },
  { expression: "(?i:a)b", yes: ["Ab"], no: ["aB"] },
  { expression: "(a(?i)b)c", yes: ["aBc"], no: ["aBC"] },
  { expression: "(?i)a(?-i)b", yes: ["Ab"], no: ["AB"] },
  { expression: "(?i)[^a-c1]", yes: ["d", "D"], no: ["B", "b", "1"] },
  { expression: "(?i)\\p{Lower}\\x41", yes: ["Aa"], no: ["1a"] },
  { expression: "(?s).(?m)^?\\z", yes: ["x"], no: [""] },
  { expression: "\\Aa\\Z", yes: ["a"], no: ["aa"] },
  { expression: "\\p{Alnum}\\P{Alpha}\\h", yes: ["a1 "], no: ["-1 ", "aa "] },
  { expression: "[\\p{Upper}\\d]", yes: ["A", "1"], no: ["a"] },
  { expression: "[]a-]+", yes: ["]a-"], no: ["b"] },
  { expression: "[\\w&-]+", yes: ["a&-_"], no: ["."] },
  { expression: "(?<year>\\d{4})-x", yes: ["2024-x"], no: ["24-x"] },
  { expression: "^{1,2}a(?=b)+b${1}", yes: ["ab"], no: ["b"] },
];

describe("translateJavaExpression", () => {
  for (const { expression, yes = [], no = [] } of rows) {
    it(expression, () => {
      const translation = translateJavaExpression(expression);
      assert.ok(translation.kind === "translated", translation.kind);
      const translated = new RegExp(`^(?:${translation.source})$`, "s");
      assert.deepEqual(
        [...yes, ...no].filter((text) => translated.test(text)),
        yes,
      );
    });
  }

  const others = [
    { expression: "[a-z&&[^x]]", kind: "foreign" },
    { expression: "[a[bc]]", kind: "foreign" },
    { expression: "(a)\\1", kind: "foreign" },
    { expression: "\\p{IsGreek}", kind: "foreign" },
    { expression: "(?x)a b", kind: "foreign" },
    { expression: "\\Ga", kind: "foreign" },
    { expression: "a(", kind: "malformed" },
    { expression: "a)(b", kind: "malformed" },
    { expression: "[a", kind: "malformed" },
    { expression: "*a", kind: "malformed" },
    { expression: "a\\", kind: "malformed" },
    { expression: "(?#note)a", kind: "malformed" },
  ];
  for (const { expression, kind } of others) {
    it(`${expression} is ${kind}`, () => assert.equal(translateJavaExpression(expression).kind, kind));
  }
});
