import assert from "node:assert/strict";
import { knownTopics } from "../../../provider/model/known-topics";
import { planMesh } from "../../../provider/model/plan-mesh";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh } from "../sample-mesh";

const spec = (clicks: string, views: string, out: string) =>
  sampleMesh({
    functions: {
      f: javaFunction({ input: { topics: [clicks, "in", views] }, output: { topic: out } }),
      g: javaFunction(),
    },
  });
const computed = new Set(["functions.f.input.topics[0]", "functions.f.input.topics[2]", "functions.f.output.topic"]);

describe("knownTopics", () => {
  it("finds the names behind placeholders, as far as they are known", () => {
    const [clicks, views, out] = [0, 1, 2].map((index) => placeholder("unknown", index)) as [string, string, string];
    const { plan } = planMesh("mesh", spec(clicks, views, out), computed);
    const known = planMesh("mesh", spec("persistent://a/b/clicks", views, "a/b/out"), computed).plan;
    assert.deepEqual(
      knownTopics(plan, known),
      new Map([
        [clicks, "persistent://a/b/clicks"],
        [views, views],
        [out, "persistent://a/b/out"],
      ]),
    );
    assert.equal(knownTopics(plan, plan).size, 0);
  });
});
