import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAllDocuments } from "yaml";
import { readYaml, writeYaml } from "../../../provider/model/yaml-text";

const valueOf = (text: string): unknown => {
  const { documents, faults } = readYaml(text);
  assert.deepEqual(faults, []);
  return documents.map(({ value }) => value);
};

describe("yaml text", () => {
  const values = [
    { name: "file modes", text: "mode: 0644", want: [{ mode: 420 }] },
    {
      name: "1.1's words for true and false",
      text: "[yes, no, on, off, true]",
      want: [[true, false, true, false, true]],
    },
    { name: "keys that could be something else", text: "{ y: 1, 2: x, on: z }", want: [{ y: 1, 2: "x", on: "z" }] },
    { name: "times and dates", text: "[12:30, 1:30.5, 2026-08-01]", want: [["12:30", "1:30.5", "2026-08-01"]] },
    { name: "merge keys", text: "a: &a { x: 1 }\nb: { <<: *a, y: 2 }", want: [{ a: { x: 1 }, b: { x: 1, y: 2 } }] },
    { name: "JSON", text: '{"a": [1, "two", null]}', want: [{ a: [1, "two", null] }] },
    {
      name: "several documents, without the empty ones",
      text: "---\na: 1\n---\n# none\n---\nb: 2\n",
      want: [{ a: 1 }, { b: 2 }],
    },
    { name: "nothing at all", text: "", want: [] },
    { name: "Windows' line ends and a byte order mark", text: "\ufeffa: 1\r\nb: 2\r\n", want: [{ a: 1, b: 2 }] },
  ];
  for (const { name, text, want } of values) it(`reads ${name}`, () => assert.deepEqual(valueOf(text), want));

  const faults = [
    { name: "a key that is there twice", text: "a: 1\nb: 2\na: 3\n", line: 3, column: 1, message: /unique/ },
    { name: "what is not YAML", text: "---\nok: 1\n---\na: [1\nb: 2\n", line: 5, column: 1, message: /./ },
    {
      name: "a key that JavaScript loses",
      text: "a: 1\nb:\n  - c: { __proto__: x }\n",
      line: 3,
      column: 10,
      message: /"__proto__", which would be lost; write another one/,
    },
    { name: "the same as a key of JSON", text: '{"__proto__": 1}', line: 1, column: 2, message: /__proto__/ },
    { name: "a tag of somebody's own", text: "a: 1\nb: !Ref x\n", line: 2, column: 4, message: /!Ref/ },
    { name: "an anchor that is not there", text: "a: *b", line: 1, column: 1, message: /b/ },
    {
      name: "whole numbers that would become others",
      text: "a: 9007199254740993",
      line: 1,
      column: 4,
      message: /digits/,
    },
    {
      name: "anchors that become gigabytes",
      text: [
        "a0: &a0 [x]",
        ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(", ")}]`),
      ].join("\n"),
      line: 1,
      column: 1,
      message: /alias/,
    },
  ];
  for (const { name, text, line, column, message } of faults) {
    it(`refuses ${name}, and says where`, () => {
      const [fault] = readYaml(text).faults;
      assert.deepEqual({ line: fault?.line, column: fault?.column }, { line, column });
      assert.match(fault?.message ?? "", message);
    });
  }

  it("says where a document begins", () => {
    assert.deepEqual(
      readYaml("# first\na: 1\n---\n\nb: 2\n").documents.map(({ line }) => line),
      [2, 5],
    );
  });

  it("writes what readers of either version find unchanged", () => {
    const tricky = fc.constantFrom(
      "yes",
      "0644",
      "12:30",
      "1_000",
      "2026-08-01",
      "~",
      "=",
      "0o17",
      "n",
      "",
      "a: b",
      "# c",
    );
    const text = fc.oneof(tricky, fc.string({ unit: "grapheme" }));
    // That key is refused.
    const key = text.filter((name) => name !== "__proto__");
    const value = fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)), { minKeys: 1 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (documents) => {
        const written = writeYaml(documents);
        const plain = documents.map((document) => ({ ...document }));
        assert.deepEqual(valueOf(written), plain);
        assert.deepEqual(
          parseAllDocuments(written, { version: "1.2" }).map((document: { toJS(): unknown }) => document.toJS()),
          plain,
        );
      }),
    );
  });
});
