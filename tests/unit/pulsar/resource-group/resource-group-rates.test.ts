import assert from "node:assert/strict";
import { normalOf } from "../../../../provider/pulsar/resource/field";
import { encoded } from "../../../../provider/pulsar/forms/policy-form";
import { groupRates, ratesOf } from "../../../../provider/pulsar/resource-group/resource-group-rates";

describe("provider/pulsar/resource-group/resource-group-rates", () => {
  const largest = 9223372036854775807n;
  const rows = [
    { rate: { messages: 5, bytes: "1Ki" }, body: { publishRateInMsgs: 5, publishRateInBytes: 1024n } },
    { rate: { bytes: `${largest}` }, body: { publishRateInMsgs: -1, publishRateInBytes: largest } },
    { rate: {}, body: { publishRateInMsgs: -1, publishRateInBytes: -1 } },
  ];
  for (const { rate, body } of rows) {
    it(`writes ${JSON.stringify(rate)} and reads it back`, () => {
      assert.deepEqual(encoded(groupRates.publishRate, rate), body);
      assert.deepEqual(normalOf(groupRates.publishRate, ratesOf(body)["publishRate"]), rate);
    });
  }
  it("takes what limits nothing for no limit", () => {
    const body = { publishRateInMsgs: 0, publishRateInBytes: -9, dispatchRateInMsgs: 3 };
    assert.deepEqual(ratesOf(body), { publishRate: {}, dispatchRate: { messages: 3 } });
  });
});
