import assert from "node:assert/strict";
import { isMistakenName } from "../../../../provider/cli/explain/mistaken-name";
import { schema } from "../memory-terminal";

const topic = { $ref: "#/types/function-mesh:index:TopicSpec" };

describe("isMistakenName", () => {
  const cases = [
    { word: "partition", want: true, why: "like a field of a topic" },
    { word: "onExisting", want: true, why: "a field of something else" },
    { word: "clicks", want: false, why: "a name" },
    { word: '"partition"', want: false, why: "in quotes" },
    { word: "<name>", want: false, why: "what stands for names" },
    { word: "constructor", want: false, why: "a name that objects have of themselves" },
  ];
  for (const { word, want, why } of cases) {
    it(`${want ? "takes" : "does not take"} ${word} for a field: ${why}`, () =>
      assert.equal(isMistakenName(word, topic, schema), want));
  }
});
