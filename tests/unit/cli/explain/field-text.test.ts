import assert from "node:assert/strict";
import { fieldText, firstSentence } from "../../../../provider/cli/explain/field-text";
import { schema } from "../memory-terminal";

describe("fieldText", () => {
  const cases = [
    { text: "What.", want: { text: "What." } },
    { text: "What. Defaults to 1.", want: { text: "What.", byDefault: "1" } },
    {
      text: "What. Defaults to the a. And b. For example `x`.",
      want: { text: "What.", byDefault: "the a. And b", example: "x" },
    },
    { text: 'What. For example `"a.b"`.', want: { text: "What.", example: '"a.b"' } },
    { text: "What.\n\n```\na: 1\nb: 2\n```", want: { text: "What.", example: "a: 1\nb: 2" } },
    { text: "Defaults to none.", want: { text: "", byDefault: "none" } },
  ];
  for (const { text, want } of cases) it(JSON.stringify(text), () => assert.deepEqual(fieldText(text), want));

  it("takes every default and example of the schema apart", () => {
    const left = Object.values(schema.types ?? {})
      .flatMap((type) => Object.entries(type.properties ?? {}))
      .map(([name, property]) => [name, "description" in property ? String(property.description) : ""] as const)
      .filter(([, description]) => /Defaults to|For example|```/.test(fieldText(description).text));
    assert.deepEqual(
      left.map(([name]) => name),
      [],
    );
  });
});

describe("firstSentence", () => {
  const cases = [
    { text: "One. Two.", want: "One." },
    { text: "Version 1.2 of it. Two.", want: "Version 1.2 of it." },
    { text: "no stop", want: "no stop" },
    { text: "", want: "" },
  ];
  for (const { text, want } of cases) it(JSON.stringify(text), () => assert.equal(firstSentence(text), want));
});
