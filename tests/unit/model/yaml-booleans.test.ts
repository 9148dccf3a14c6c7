import assert from "node:assert/strict";
import { readYaml } from "../../../provider/model/yaml-text";

const text = `a: { b.c: yes, d: true, e: "yes", f: True }
list: [on, false, { deep: N }]
no: &words { y: 1, g: off }
again: *words
`;

describe("oldBooleansIn", () => {
  it("finds the words that YAML 1.2 reads as texts, and no keys", () => {
    const found = readYaml(text).documents[0]?.oldBooleans() ?? [];
    assert.deepEqual(
      found.map(({ path, word, value }) => [path, word, value]),
      [
        ['a["b.c"]', "yes", true],
        ["list[0]", "on", true],
        ["list[2].deep", "N", false],
        ["no.g", "off", false],
      ],
    );
  });
});
