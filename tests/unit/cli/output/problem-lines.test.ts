import assert from "node:assert/strict";
import type { FileProblem } from "../../../../provider/cli/input/file-problem";
import { problemLine } from "../../../../provider/cli/output/problem-lines";

const problem = (parts: Partial<FileProblem> = {}): FileProblem => ({
  code: "FM012",
  severity: "error",
  file: "o.yaml",
  path: "functions.a",
  message: "is wrong",
  help: "write it right",
  ...parts,
});

describe("problemLine", () => {
  const cases = [
    { name: "an error", given: problem(), want: "o.yaml: FM012 functions.a: is wrong. Write it right." },
    {
      name: "a warning",
      given: problem({ severity: "warning" }),
      want: "o.yaml: warning: FM012 functions.a: is wrong. Write it right.",
    },
    {
      name: "one of several documents",
      given: problem({ line: 7, component: "function/a", path: "spec.input" }),
      want: "o.yaml:7: function/a: FM012 spec.input: is wrong. Write it right.",
    },
    {
      name: "a place in the file's text",
      given: problem({ path: "o.yaml:3:1" }),
      want: "FM012 o.yaml:3:1: is wrong. Write it right.",
    },
  ];
  for (const { name, given, want } of cases) it(name, () => assert.equal(problemLine(given), want));
});
