import assert from "node:assert/strict";
import { avroForm } from "../../../../../provider/pulsar/schema/avro/avro-form";
import { parseDefinition, printJson } from "../../../../../provider/pulsar/schema/definition-json";

/** Which schemas become one is held against a broker's opinion (tests/engine/pulsar/schema-avro.test.ts). */
describe("provider/pulsar/schema/avro/avro-form", () => {
  const rows = [
    ["a primitive in an object", '{"type":"int","doc":"x"}', '"int"'],
    ["a primitive with an attribute", '{"type":"int","x":1}', '{"type":"int","x":1}'],
    ["a union", '["null",{"type":"string"}]', '["null","string"]'],
    [
      "a record",
      '{"type":"error","name":"a.R","doc":"x","aliases":["Q"],"fields":[{"name":"f","type":"R","order":"ascending"}],"z":1}',
      '{"fields":[{"name":"f","type":"a.R"}],"name":"a.R","type":"record","z":1}',
    ],
    [
      "an enum",
      '{"type":"enum","name":"E","symbols":["A"],"default":"A"}',
      '{"name":"E","symbols":["A"],"type":"enum"}',
    ],
    ["no Avro", '{"b":1,"a":{"d":1,"c":2}}', '{"a":{"c":2,"d":1},"b":1}'],
  ] as const;
  for (const [name, text, want] of rows) {
    it(`writes ${name} in one way`, () => {
      assert.equal(printJson(avroForm(parseDefinition(text) ?? null)), want);
    });
  }
});
