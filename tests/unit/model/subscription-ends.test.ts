import assert from "node:assert/strict";
import type { OnDelete } from "../../../provider/model/ownership";
import { planMesh } from "../../../provider/model/plan-mesh";
import { safestEnd } from "../../../provider/model/subscription-ends";
import type { TopicSpec } from "../../../provider/model/topic";
import { javaFunction, sampleMesh } from "../sample-mesh";

describe("what becomes of subscriptions", () => {
  const rows: readonly (readonly [string, TopicSpec, boolean | undefined, OnDelete])[] = [
    ["they go with what waits in them where nothing is said", {}, undefined, "force"],
    ["they stay on a topic that stays", { onDelete: "retain" }, undefined, "retain"],
    ["they are not deleted unread on a topic that is not", { onDelete: "delete" }, undefined, "delete"],
    ["a member's wish goes before it", { onDelete: "retain" }, true, "force"],
    ["also the wish to keep one", { onDelete: "delete" }, false, "retain"],
  ];
  for (const [name, topic, cleanupSubscription, want] of rows) {
    it(name, () => {
      const wish = cleanupSubscription === undefined ? {} : { cleanupSubscription };
      for (const input of [{ topics: ["in"] }, { topicPattern: "i.*" }]) {
        const { plan } = planMesh(
          "mesh",
          sampleMesh({ topics: { in: topic }, functions: { f: javaFunction({ input, ...wish }) } }),
        );
        const ends = plan.members.flatMap(({ subscriptions }) => subscriptions.map(({ onDelete }) => onDelete));
        assert.deepEqual(ends, [want]);
      }
    });
  }

  it("keeps what one of several wants to keep, and loses only what all want to lose", () => {
    assert.equal(safestEnd(["force", "delete", "retain"]), "retain");
    assert.equal(safestEnd(["force", "delete"]), "delete");
    assert.equal(safestEnd(["force", "force"]), "force");
  });
});
