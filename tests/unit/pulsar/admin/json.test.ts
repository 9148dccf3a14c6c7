import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJson, stringifyJson } from "../../../../provider/pulsar/admin/json";

describe("provider/pulsar/admin/json", () => {
  const texts = [
    '{"a":9223372036854775807,"b":-9223372036854775808}',
    "[9007199254740991,9007199254740993]",
    '{"a":"9223372036854775807","b":"\\"9223372036854775807"}',
    '["\\\\",12345678901234567890]',
  ];
  for (const text of texts) {
    it(`gives ${text} back unchanged`, () => assert.equal(stringifyJson(parseJson(text)), text));
  }
  it("leaves fractions and exponents to JSON.parse", () => {
    assert.deepEqual(parseJson("[0.1234567890123456,1e21]"), [0.1234567890123456, 1e21]);
  });
  it("gives integers beyond the safe range as bigint, others as number", () => {
    assert.deepEqual(parseJson("[9007199254740991,9007199254740993]"), [9007199254740991, 9007199254740993n]);
  });
  it("agrees with JSON where that is exact", () => {
    const isExact = (value: unknown): boolean => !/\d{16}/.test(JSON.stringify(value));
    fc.assert(
      fc.property(fc.jsonValue().filter(isExact), (value) =>
        assert.deepEqual(parseJson(JSON.stringify(value)), JSON.parse(JSON.stringify(value))),
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(stringifyJson(value), JSON.stringify(value))));
  });
});
