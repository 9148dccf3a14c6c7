import assert from "node:assert/strict";
import { keyFindings, keyReferenceFindings, type KeyReference } from "../../../../provider/model/rules/kubernetes-keys";
import { unknown } from "./broken-meshes";

const reference: KeyReference = { kind: "Secret", name: "s", key: "k", path: "a", fields: ["name", "key"] };

const rows: readonly (readonly [string, Partial<KeyReference>, readonly string[]])[] = [
  ["a reference", {}, []],
  ["neither name nor key", { name: undefined, key: undefined }, ["a.name is empty", "a.key is empty"]],
  ["empty ones", { name: "", key: "" }, ["a.name is empty", "a.key is empty"]],
  ["a name that none can be", { name: "S_" }, ['a.name "S_" is not a name of a Secret']],
  ["a key that none can be", { key: "k/k" }, ['a.key "k/k" is not a key of a Kubernetes Secret']],
  [
    "fields of other names",
    { kind: "ConfigMap", name: "", key: "..", fields: ["path", "item"] },
    ["a.path is empty", 'a.item ".." is not a key of a Kubernetes ConfigMap'],
  ],
  ["what is not known yet", { name: unknown, key: unknown }, []],
];

describe("keyReferenceFindings", () => {
  for (const [name, parts, want] of rows) {
    it(`looks at ${name}`, () => {
      const found = keyReferenceFindings({ ...reference, ...parts });
      assert.deepEqual(
        found.map(({ path, message }) => `${path} ${message}`),
        want,
      );
    });
  }

  it("warns in manifests of a name that may be missing", () => {
    const severities = [true, false].map((isOptional) =>
      keyReferenceFindings({ ...reference, name: "S_", isOptional }).map(({ inManifests }) => inManifests),
    );
    assert.deepEqual(severities, [["warning"], [undefined]]);
  });
});

describe("keyFindings", () => {
  it("takes what Kubernetes takes for a key", () => {
    const texts = ["a", "A.b_c-1", ".a", "a".repeat(253), "", ".", "..", "..a", "a b", "é", "a".repeat(254)];
    const taken = texts.filter((text) => keyFindings(text, "a", "Secret").length === 0);
    assert.deepEqual(taken, texts.slice(0, 4));
  });
});
