import assert from "node:assert/strict";
import fc from "fast-check";
import { dnsLabel, labelValue, maxWorkloadName } from "../../../provider/model/names";

describe("names", () => {
  const rows = [
    { text: "orders-enrich", want: "orders-enrich" },
    { text: "orders-enrichClicks", want: "orders-enrichclicks" },
    { text: "orders-enrich_clicks", want: "orders-enrich-clicks" },
    { text: "a".repeat(52), want: "a".repeat(52) },
    { text: "a".repeat(53), want: `${"a".repeat(43)}-abe346a7` },
    { text: "orders.v1", want: "orders-v1-2c443d9a" },
    { text: "日本", want: "m-cf2abf0c" },
    { text: "-a-", want: "a-a75a468f" },
  ];
  for (const { text, want } of rows) {
    it(`${text} becomes ${want}`, () => assert.equal(dnsLabel(text), want));
  }

  it("are legal for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.match(dnsLabel(text), /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
        assert.ok(dnsLabel(text).length <= maxWorkloadName);
        assert.match(labelValue(text), /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/);
      }),
    );
  });

  it("are the same whenever they are asked for", () => {
    fc.assert(fc.property(fc.string(), (text) => dnsLabel(text) === dnsLabel(text)));
  });

  it("are distinct for texts that differ in more than case and underscores", () => {
    const folded = (text: string): string => text.toLowerCase().replaceAll("_", "-");
    // Long common beginnings, so that shortening is met.
    const text = fc
      .tuple(fc.constantFrom("", "a".repeat(50)), fc.string({ maxLength: 12 }))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (left, right) => folded(left) === folded(right) || dnsLabel(left) !== dnsLabel(right)),
      { numRuns: 1000 },
    );
  });
});
