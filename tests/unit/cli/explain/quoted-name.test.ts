import assert from "node:assert/strict";
import { withQuotedName } from "../../../../provider/cli/explain/quoted-name";
import { schema } from "../memory-terminal";

describe("withQuotedName", () => {
  const cases = [
    { path: "topics.input", want: 'topics["input"]' },
    { path: "functions.log", want: 'functions["log"]' },
    { path: "defaults.env.name", want: 'defaults.env["name"]' },
    { path: "functions.score.replica", want: undefined },
    { path: 'topics["input"]', want: undefined },
    { path: "input", want: undefined },
    { path: "", want: undefined },
  ];
  for (const { path, want } of cases) {
    it(`${path === "" ? "nothing" : path}: ${want ?? "no name"}`, () =>
      assert.equal(withQuotedName(path, schema), want));
  }
});
