import assert from "node:assert/strict";
import { booleanHelp } from "../../../../provider/pulumi/schema/boolean-words";
import { readArguments } from "../../../../provider/pulumi/schema/read-arguments";

describe("booleanHelp", () => {
  const cases = [
    { value: "yes", want: "write true: YAML 1.2 reads yes as a text, with quotes and without" },
    { value: "y", want: "write true: YAML 1.2 reads y as a text, with quotes and without" },
    { value: "On", want: "write true: YAML 1.2 reads On as a text, with quotes and without" },
    { value: "off", want: "write false: YAML 1.2 reads off as a text, with quotes and without" },
    { value: "true", want: "write true, without quotes" },
    { value: "perhaps", want: undefined },
    { value: "constructor", want: undefined },
    { value: 1, want: undefined },
  ];
  for (const { value, want } of cases) it(JSON.stringify(value), () => assert.equal(booleanHelp(value), want));

  it("is what somebody is told who writes such a word", () => {
    const shape = {
      properties: { plain: { type: "boolean" }, hidden: { type: "boolean", secret: true } },
      required: [],
    };
    const { problems } = readArguments({ plain: "no", hidden: "no" }, shape, {
      version: "1",
      provider: {},
      resources: {},
    });
    assert.deepEqual(
      problems.map(({ help }) => help),
      ["write true or false", "write false: YAML 1.2 reads no as a text, with quotes and without"],
    );
  });
});
