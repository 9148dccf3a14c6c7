import assert from "node:assert/strict";
import { argumentPath, pathAbove, stepsOfPath, writtenSteps } from "../../../provider/model/argument-path";

describe("argument-path", () => {
  const rows = [
    { base: "", steps: ["functions", "enrich", "input", "topics", 0], want: "functions.enrich.input.topics[0]" },
    { base: "functions.enrich", steps: ["name"], want: "functions.enrich.name" },
    { base: "", steps: ["topics", "persistent://a/b/c"], want: 'topics["persistent://a/b/c"]' },
    { base: "", steps: ["my-key"], want: "my-key" },
    { base: "", steps: [], want: "" },
  ];
  for (const { base, steps, want } of rows) it(`gives ${want}`, () => assert.equal(argumentPath(base, ...steps), want));
  for (const { base, steps, want } of rows) {
    it(`takes ${want} apart`, () =>
      assert.deepEqual(stepsOfPath(want), [...base.split(".").filter((step) => step !== ""), ...steps.map(String)]));
  }
});

describe("pathAbove", () => {
  const rows = [
    ["a", ""],
    ["a.b", "a"],
    ["a.b[0]", "a.b"],
    ['a["b.c"]', "a"],
    ["aa.a", "aa"],
    ["", ""],
  ] as const;
  for (const [path, want] of rows)
    it(`is ${JSON.stringify(want)} of ${path}`, () => assert.equal(pathAbove(path), want));
});

describe("writtenSteps", () => {
  it("keeps quoted names together", () => {
    assert.deepEqual(writtenSteps('topics["a.b"].x[0]'), ["topics", '"a.b"', "x", "0"]);
  });
});
