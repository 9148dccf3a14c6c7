import assert from "node:assert/strict";
import { showMesh } from "../../tools/quickstart/quickstart";

const outputs = {
  diagram: "flowchart LR\n",
  topics: {},
  members: { enrich: { kind: "function", places: [{ statefulSet: "quickstart-enrich" }] } },
};

describe("what the quickstart shows of its mesh", () => {
  const printed: string[] = [];
  const { log } = console;
  before(() => (console.log = (text: string) => printed.push(text)));
  after(() => (console.log = log));

  it("points at nothing with --once, which takes it all down", async () => {
    await showMesh(outputs, true, () => Promise.reject(new Error("nobody looks into a mesh that is taken down")));
    assert.match(printed.join("\n"), /flowchart LR[\s\S]* enrich +function +statefulset\/quickstart-enrich$/);
    assert.doesNotMatch(printed.join("\n"), /Where to look next/);
  });
});
