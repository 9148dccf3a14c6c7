import assert from "node:assert/strict";
import { namedTopicKeys, topicKeys } from "../../../provider/model/topic-keys";
import { sampleMesh } from "../sample-mesh";

const home = { tenant: "shop", pulsarNamespace: "web" };
const stated = (...keys: readonly string[]) => ({
  spec: sampleMesh({ topics: Object.fromEntries(keys.map((key) => [key, {}])) }),
  home,
});

describe("namedTopicKeys", () => {
  const rows: readonly (readonly [string, readonly string[], readonly (readonly [string, string])[]])[] = [
    ["nothing of a mesh without topics", [], []],
    ["short names in the tenant and namespace of the mesh", ["in"], [["persistent://shop/web/in", "in"]]],
    [
      "names with their namespace, and full ones",
      ["other/place/in", "non-persistent://other/place/now"],
      [
        ["non-persistent://other/place/now", "non-persistent://other/place/now"],
        ["persistent://other/place/in", "other/place/in"],
      ],
    ],
    [
      "keys in their order, each for itself",
      ["shop/web/in", "in"],
      [
        ["persistent://shop/web/in", "in"],
        ["persistent://shop/web/in", "shop/web/in"],
      ],
    ],
    ["no key that is not the name of a topic", ["in//x", ""], []],
  ];
  for (const [name, keys, want] of rows)
    it(`has ${name}`, () => assert.deepEqual(namedTopicKeys(stated(...keys)), want));

  it("has nothing where no topics are stated", () =>
    assert.deepEqual(namedTopicKeys({ spec: sampleMesh(), home }), []));
});

describe("topicKeys", () => {
  it("has the first key of each topic, whatever the order in which they are stated", () => {
    const keys = topicKeys(stated("shop/web/in", "persistent://shop/web/in", "in", "out"));
    assert.deepEqual(
      [...keys],
      [
        ["persistent://shop/web/in", "in"],
        ["persistent://shop/web/out", "out"],
      ],
    );
  });
});
