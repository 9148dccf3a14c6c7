import assert from "node:assert/strict";
import { similarFields } from "../../../../provider/cli/explain/similar-fields";
import { schema } from "../memory-terminal";

describe("similarFields", () => {
  const cases = [
    { path: "liveness", want: "pod.liveness" },
    { path: "functions.inptu", want: "input" },
    { path: "pod.partitons", want: "topics.partitions" },
    { path: "receiverQueueSize", want: "input.sourceSpecs.receiverQueueSize" },
  ];
  for (const { path, want } of cases) {
    it(`${path} may be ${want}`, () => assert.ok(similarFields(path, schema).includes(want)));
  }

  it("knows nothing like nonsense", () => assert.deepEqual(similarFields("xyzxyzxyz", schema), []));
});
