import assert from "node:assert/strict";
import { readTopicName, topicText } from "../../../provider/model/topic-name";

const home = { tenant: "retail", pulsarNamespace: "orders" };

describe("topic-name", () => {
  const wellFormed = [
    { text: "clicks", want: "persistent://retail/orders/clicks" },
    { text: "a/b/c", want: "persistent://a/b/c" },
    { text: "persistent://a/b/c", want: "persistent://a/b/c" },
    { text: "non-persistent://a/b/c", want: "non-persistent://a/b/c" },
    { text: "or$ders?x", want: "persistent://retail/orders/or$ders?x" },
    { text: "a:b", want: "persistent://retail/orders/a:b" },
  ];
  for (const { text, want } of wellFormed) {
    it(`${text} is ${want}`, () => {
      const reading = readTopicName(text, home);
      assert.equal(reading.kind === "name" ? topicText(reading.name) : reading.reason, want);
    });
    it(`${want} is read as itself`, () => {
      const reading = readTopicName(want, { tenant: "other", pulsarNamespace: "other" });
      assert.equal(reading.kind === "name" ? topicText(reading.name) : reading.reason, want);
    });
  }

  const malformed = [
    "",
    "a/b",
    "a/b/c/d",
    "persistent://a/b",
    "persistent://a/b/c/d",
    "persistent://a//c",
    "Persistent://a/b/c",
  ];
  for (const text of [...malformed, "kafka://a/b/c", "a$/b/c", "a b", "a\nb", "persistent://a/b/"]) {
    it(`${JSON.stringify(text)} is malformed`, () => assert.equal(readTopicName(text, home).kind, "malformed"));
  }
});
