import assert from "node:assert/strict";
import { inOrder, JsonNumber, parseDefinition, printJson } from "../../../../provider/pulsar/schema/definition-json";

describe("provider/pulsar/schema/definition-json", () => {
  const rows = [
    ['{"b":[1,"1",null,true],"a":{}}', '{"b":[1,"1",null,true],"a":{}}'],
    ["9223372036854775807", "9223372036854775807"],
    ["[1.50, 15e-1, 1.0, 1]", "[1.5,1.5,1.0,1]"],
    ['"1 and \\"2\\" {3}"', '"1 and \\"2\\" {3}"'],
    ["{1: 2}", undefined],
    ["01", undefined],
    ["{bad", undefined],
    ["", undefined],
  ] as const;
  for (const [text, want] of rows) {
    it(`reads ${text === "" ? "an empty text" : text}`, () => {
      const json = parseDefinition(text);
      assert.equal(json === undefined ? undefined : printJson(json), want);
    });
  }
  it("tells whole numbers", () => {
    assert.deepEqual([new JsonNumber("-1").isWhole, new JsonNumber("1.0").isWhole], [true, false]);
  });
  it("puts keys in order everywhere, and no lists", () => {
    assert.equal(
      printJson(inOrder(parseDefinition('{"b":[{"d":1,"c":2}],"a":0}') ?? null)),
      '{"a":0,"b":[{"c":2,"d":1}]}',
    );
  });
});
