import assert from "node:assert/strict";
import { choiceFindings } from "../../../../provider/model/rules/kubernetes-choices";
import { secret, unknown } from "./broken-meshes";

const choices = ["Always", "Never"];

describe("choiceFindings", () => {
  for (const text of ["Always", "Never", "", undefined, unknown, secret]) {
    it(`takes ${JSON.stringify(text)}`, () => {
      assert.deepEqual(choiceFindings(text, "a", choices), []);
    });
  }

  for (const text of ["always", "Sometimes", " "]) {
    it(`refuses ${JSON.stringify(text)}, and says what there is`, () => {
      assert.deepEqual(choiceFindings(text, "a", choices), [
        { path: "a", message: `"${text}" is not one`, help: "write one of Always, Never" },
      ]);
    });
  }
});
