import assert from "node:assert/strict";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { around, testRule } from "./broken-meshes";

testRule("FM033", [
  {
    name: "no number of tries",
    spec: around({ deadLetterTopic: "dead" }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "no tries at all",
    spec: around({ deadLetterTopic: "dead", maxMessageRetry: 0 }),
    want: ["FM033 functions.f.maxMessageRetry"],
  },
  {
    name: "an ordered subscription",
    spec: around({ maxMessageRetry: 3, retainOrdering: true }),
    want: ["FM033 functions.f.maxMessageRetry"],
    wantInManifests: ["FM033? functions.f.maxMessageRetry"],
  },
  {
    name: "an order within keys",
    spec: around({ maxMessageRetry: 3, retainKeyOrdering: true }),
    want: ["FM033? functions.f.maxMessageRetry"],
  },
  { name: "dead letters", spec: around({ maxMessageRetry: 3, deadLetterTopic: "dead" }), want: [] },
]);

describe("rule FM033", () => {
  it("does not advise tries where effectively_once forbids them", () => {
    const spec = around({ processingGuarantee: "effectively_once", deadLetterTopic: "dead" });
    const [problem] = planMesh("mesh", spec).problems.filter(({ code }) => code === "FM033");
    assert.equal(problem?.help, "leave `deadLetterTopic` out, which does not go with effectively_once");
  });
});
