import assert from "node:assert/strict";
import { fillPlaceholders } from "../../../../provider/cli/input/fill-placeholders";
import { placeholder } from "../../../../provider/model/unknown";

const leaves = [
  { index: 0, value: "it's", secret: true, dependencies: [] },
  { index: 1, value: undefined, secret: false, dependencies: ["pulsar.east.serviceUrl"] },
  { index: 2, value: { a: 1 }, secret: true, dependencies: [] },
  { index: 3, value: 'say "hi"', secret: true, dependencies: [] },
];
const [secret, missing, object] = [placeholder("secret", 0), placeholder("unknown", 1), placeholder("secret", 2)];

describe("fillPlaceholders", () => {
  const cases = [
    { name: "a whole text", value: secret, want: "it's", missing: [] },
    { name: "a part of a text", value: `token:${secret}!`, want: "token:it's!", missing: [] },
    {
      name: "a text in the form of what it stands in",
      value: `{"a":"${placeholder("secret", 3, "json")}"}`,
      want: '{"a":"say \\"hi\\""}',
      missing: [],
    },
    { name: "a value that is no text", value: [{ x: object }], want: [{ x: { a: 1 } }], missing: [] },
    { name: "what has none", value: { a: [1, null, "x"] }, want: { a: [1, null, "x"] }, missing: [] },
    {
      name: "what was left out",
      value: { url: missing },
      want: { url: undefined },
      missing: ["pulsar.east.serviceUrl"],
    },
  ];
  for (const { name, value, want, missing: paths } of cases) {
    it(`fills ${name}`, () => {
      const filled = fillPlaceholders(value, leaves);
      assert.deepEqual({ value: filled.value, missing: [...filled.missing] }, { value: want, missing: paths });
    });
  }
});
