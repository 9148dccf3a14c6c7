import assert from "node:assert/strict";
import { findFields } from "../../../../provider/cli/explain/find-field";
import { operatorWords } from "../../../../provider/cli/explain/operator-words";
import { schema } from "../memory-terminal";

describe("operatorWords", () => {
  for (const [word, own] of Object.entries(operatorWords)) {
    it(`${word} is ${own}, which is a field`, () => {
      assert.notDeepEqual(findFields(own, schema), []);
    });
  }
});
