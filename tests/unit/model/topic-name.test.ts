import assert from "node:assert/strict";
import { localNameFault, readFullName, readTopicName, topicText } from "../../../provider/model/topic-name";
import { placeholder } from "../../../provider/model/unknown";

const home = { tenant: "retail", pulsarNamespace: "orders" };

describe("topic-name", () => {
  const wellFormed = [
    { text: "clicks", want: "persistent://retail/orders/clicks" },
    { text: "a/b/c", want: "persistent://a/b/c" },
    { text: "persistent://a/b/c", want: "persistent://a/b/c" },
    { text: "non-persistent://a/b/c", want: "non-persistent://a/b/c" },
    { text: "or$ders?x", want: "persistent://retail/orders/or$ders?x" },
    { text: "or ders", want: "persistent://retail/orders/or ders" },
    { text: "persistent://a/b/c/d", want: "persistent://a/b/c/d" },
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
      assert.deepEqual(readFullName(want), reading.kind === "name" ? reading.name : undefined);
    });
  }

  for (const text of ["", "clicks", "a/b/c", "persistent://a/b", `persistent://a/b/${placeholder("unknown", 1)}`])
    it(`${text} is no full name that is known`, () => {
      assert.equal(readFullName(text), undefined);
    });

  const malformed = [
    "",
    "a/b",
    "a/b/c/d",
    "persistent://a/b",
    "persistent://a//c",
    "persistent://a/b/c/",
    "persistent://a/b/..",
    "../b/c",
    "a/./c",
    ".",
    `${"a".repeat(257)}/b/c`,
    "Persistent://a/b/c",
    "a\u0000b",
    "persistent://a/b/c\u0000",
  ];
  for (const text of [...malformed, "kafka://a/b/c", "a$/b/c", "a b/c/d", "persistent://a/b/"]) {
    it(`${JSON.stringify(text)} is malformed`, () => assert.equal(readTopicName(text, home).kind, "malformed"));
  }

  for (const { local, isFine } of [
    { local: "orders", isFine: true },
    { local: "or$ders?x", isFine: true },
    { local: "a b", isFine: false },
    { local: "a\nb", isFine: false },
    { local: "a\u007fb", isFine: false },
    { local: "\ud800", isFine: false },
    { local: "\u{1f680}", isFine: true },
    { local: "c/d", isFine: false },
  ]) {
    it(`${JSON.stringify(local)} is ${isFine ? "fine" : "unwise"}`, () => {
      assert.equal(localNameFault({ persistent: true, ...home, local }) === undefined, isFine);
    });
  }
});
