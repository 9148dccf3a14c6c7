import assert from "node:assert/strict";
import { topicUseLabel } from "../../../provider/model/topic-label";
import { placeholder } from "../../../provider/model/unknown";

const home = { tenant: "acme", pulsarNamespace: "retail" };
const computed = placeholder("unknown", 1);

const rows = [
  { name: "persistent://acme/retail/a", path: "", want: "a" },
  { name: "persistent://other/retail/a", path: "", want: "other-retail-a" },
  { name: "non-persistent://acme/retail/a", path: "", want: "a-non-persistent" },
  { name: computed, path: "functions.f.input.topics[2]", want: "input2" },
  { name: computed, path: "functions.f.output.topic", want: "output" },
  { name: computed, path: "functions.f.logTopic", want: "log" },
  { name: computed, path: "functions.f.deadLetterTopic", want: "dead-letter" },
  { name: computed, path: "windowConfig.lateDataTopic", want: "late-data" },
];

describe("topic-label", () => {
  for (const { name, path, want } of rows)
    it(`is ${want}`, () => {
      assert.equal(topicUseLabel({ name, text: name, persistent: true, path }, home), want);
    });
});
