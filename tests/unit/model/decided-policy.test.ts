import assert from "node:assert/strict";
import { decidedPolicies } from "../../../provider/model/decided-policy";
import { sampleMesh } from "../sample-mesh";

describe("decidedPolicies", () => {
  const decide = decidedPolicies({
    spec: sampleMesh({
      topics: { own: { messageTtlSeconds: 0 }, silent: {}, "a/b/t": { deduplication: true } },
      namespaces: { "shop/web": { messageTtlSeconds: 60 }, "a/b": { external: true, deduplication: false } },
    }),
    home: { tenant: "shop", pulsarNamespace: "web" },
  });
  const rows = [
    ["a topic's own word", "shop/web/own", "topics.own.messageTtlSeconds", 0],
    ["the namespace's where the topic says nothing", "shop/web/silent", 'namespaces["shop/web"].messageTtlSeconds', 60],
    ["the namespace's where the topic has no entry", "shop/web/more", 'namespaces["shop/web"].messageTtlSeconds', 60],
    ["nothing in a namespace of others", "a/b/t", undefined, undefined],
    ["nothing in one that the mesh does not know", "x/y/z", undefined, undefined],
  ] as const;
  for (const [name, topic, path, value] of rows) {
    it(`takes ${name}`, () => {
      const decided = decide(`persistent://${topic}`, "messageTtlSeconds");
      assert.deepEqual(decided, path === undefined ? undefined : { path, value });
    });
  }

  it("says of a namespace of the mesh's own that it leaves a setting out", () => {
    assert.deepEqual(decide("persistent://shop/web/own", "deduplication"), {
      path: 'namespaces["shop/web"].deduplication',
      value: undefined,
    });
  });
});
