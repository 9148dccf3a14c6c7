import assert from "node:assert/strict";
import {
  convertSinkOverride,
  convertSourceOverride,
} from "../../../../../provider/model/operator/convert/connector-override";

describe("a connector of a function", () => {
  const sources = [
    { name: "none", given: undefined, want: undefined },
    {
      name: "a built-in one by its type",
      given: { sourceType: "kafka", className: "A", configs: { builtin: "other", servers: "a:1" } },
      want: { connector: "builtin://kafka", className: "A", config: { servers: "a:1" } },
    },
    {
      name: "a built-in one by its settings",
      given: { configs: { archive: "builtin://kafka", className: "A", typeClassName: "T" } },
      want: {
        connector: "builtin://kafka",
        className: "A",
        config: { archive: "builtin://kafka", className: "A", typeClassName: "T" },
      },
    },
    {
      name: "settings within settings",
      given: { configs: { builtin: "kafka", a: 1, configs: { b: 2 } } },
      want: { connector: "builtin://kafka", config: { a: 1, b: 2 } },
    },
    { name: "a class alone", given: { className: "A" }, want: { className: "A" } },
  ];
  for (const { name, given, want } of sources) {
    it(`in place of its topics is ${name}`, () => {
      assert.deepEqual(convertSourceOverride(given), want);
    });
  }

  it("in place of its output names itself in the settings", () => {
    assert.deepEqual(convertSinkOverride({ sinkType: "jdbc", configs: { url: "a" } }), {
      connector: "builtin://jdbc",
      config: { url: "a", sinkType: "jdbc" },
    });
    assert.deepEqual(convertSinkOverride({ className: "A" }), { className: "A" });
    assert.equal(convertSinkOverride(undefined), undefined);
  });
});
