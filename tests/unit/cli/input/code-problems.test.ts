import assert from "node:assert/strict";
import { codeProblems } from "../../../../provider/cli/input/code-problems";
import { planInput } from "../../../../provider/cli/input/plan-input";
import { readsFiles } from "../memory-terminal";
import { manifest, mesh } from "../sample-files";

const python = (code: string): string =>
  mesh().replace("java: { jar: /pulsar/score.jar }", `python: { code: ${code} }`);

const problems = (text: string) =>
  codeProblems(planInput(["dir/m.yaml"], readsFiles({ "dir/m.yaml": text })).parts).map(
    ({ code, path, file, line }) => [code, path, file, line],
  );

describe("codeProblems (provokes FM081)", () => {
  const cases = [
    { name: "a text", text: python('{ "fn::stringAsset": "class Score: pass" }'), want: [] },
    {
      name: "a file that is not there",
      text: python('{ "fn::fileAsset": nowhere.py }'),
      want: [["FM081", "functions.score.python.code", "dir/m.yaml", 8]],
    },
    { name: "code in the image", text: mesh(), want: [] },
    { name: "manifests", text: manifest("score"), want: [] },
  ];
  for (const { name, text, want } of cases) it(`checks ${name}`, () => assert.deepEqual(problems(text), want));

  it("takes the path of a file from where the mesh's file is", () => {
    const [problem] = codeProblems(
      planInput(["dir/m.yaml"], readsFiles({ "dir/m.yaml": python('{ "fn::fileAsset": nowhere.py }') })).parts,
    );
    assert.match(problem?.message ?? "", /[\\/]dir[\\/]nowhere\.py cannot be read \(ENOENT\)/);
  });

  it("reads a file that is there", () => {
    assert.deepEqual(problems(python(`{ "fn::fileAsset": ${JSON.stringify(__filename)} }`)), []);
  });
});
