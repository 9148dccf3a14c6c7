import assert from "node:assert/strict";
import { labelSelectorOf } from "../../../../provider/pulumi/resources/label-selector";

describe("label selectors", () => {
  it("ask for each of the labels", () => {
    assert.equal(
      labelSelectorOf({ app: "a", "app.kubernetes.io/part-of": "mesh" }),
      "app=a,app.kubernetes.io/part-of=mesh",
    );
    assert.equal(labelSelectorOf({}), "");
  });
});
