import assert from "node:assert/strict";
import { ends, parseMessageId, parseTime, startOf } from "../../../../provider/pulsar/subscription/subscription-start";

describe("provider/pulsar/subscription/subscription-start", () => {
  for (const [text, want] of [
    ["12:0", { ledgerId: 12n, entryId: 0n }],
    ["9223372036854775806:1", { ledgerId: 9223372036854775806n, entryId: 1n }],
    ["9223372036854775807:1", undefined],
    ["12:0:1", undefined],
    ["-1:-1", undefined],
    ["12", undefined],
  ] as const) {
    it(`reads ${text} as ${want === undefined ? "no message id" : "a message id"}`, () =>
      assert.deepEqual(parseMessageId(text), want));
  }
  for (const [text, want] of [
    ["1970-01-01T00:00:01Z", 1000],
    ["1970-01-01T01:00:00.5+01:00", 500],
    ["1969-12-31T23:59:59Z", undefined],
    ["2026-13-01T00:00:00Z", undefined],
    ["2026-03-01T08:00:00", undefined],
    ["2026-03-01", undefined],
    ["1740000000000", undefined],
  ] as const) {
    it(`reads ${text} as ${want === undefined ? "no time" : String(want)}`, () => assert.equal(parseTime(text), want));
  }
  it("starts at the earliest message where nothing else is said", () => {
    assert.deepEqual(startOf({}), { kind: "end", messageId: ends.earliest });
    assert.deepEqual(startOf({ position: "latest" }), { kind: "end", messageId: ends.latest });
    assert.deepEqual(startOf({ positionTime: "1970-01-01T00:00:01Z" }), { kind: "time", milliseconds: 1000 });
    assert.deepEqual(startOf({ positionMessageId: "3:4" }), {
      kind: "message",
      messageId: { ledgerId: 3n, entryId: 4n },
    });
  });
});
