import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonText } from "../../../provider/model/json-text";
import { placeholder } from "../../../provider/model/unknown";

describe("json-text", () => {
  it("gives back every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.deepEqual(JSON.parse(jsonText(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not depend on the order of keys", () => {
    assert.equal(jsonText({ b: 1, a: { d: 2, c: [{ f: 3, e: 4 }] } }), '{"a":{"c":[{"e":4,"f":3}],"d":2},"b":1}');
  });

  it("keeps placeholders recognisable, also in JSON within JSON", () => {
    const marker = placeholder("unknown", 3);
    const text = jsonText({ outer: jsonText({ inner: `a${marker}b`, other: placeholder("secret", 12) }) });
    assert.ok(text.includes(marker) && text.includes(placeholder("secret", 12)), JSON.stringify(text));
  });

  it("does not take a user's text for a placeholder", () => {
    const value = { text: "\\u0001unknown:3\\u0001", more: "\\\\u0001secret:1\\u0001" };
    assert.deepEqual(JSON.parse(jsonText(value)), value);
  });
});
