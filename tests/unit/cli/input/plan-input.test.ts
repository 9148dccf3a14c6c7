import assert from "node:assert/strict";
import { planInput } from "../../../../provider/cli/input/plan-input";
import { type Files, readsFiles } from "../memory-terminal";
import { manifest, mesh } from "../sample-files";

const plan = (files: Files) => planInput(Object.keys(files), readsFiles(files));
const members = (files: Files) => plan(files).parts.flatMap((part) => part.plan.members.map(({ name }) => name));
const problems = (files: Files) => plan(files).problems.map(({ code, path, file, line }) => [code, path, file, line]);

describe("planInput (provokes FM083)", () => {
  it("tells manifests from the arguments of meshes, in one file as well", () => {
    assert.deepEqual(members({ both: `${manifest("a")}---\n${mesh()}`, one: manifest("b") }), ["a", "b", "score"]);
  });

  it("calls a mesh like its file", () => {
    const names = (file: string) => plan({ [file]: mesh() }).parts.map((part) => part.plan.name);
    assert.deepEqual(["dir/orders.yaml", "orders.yml", "o.json", "orders", "-"].flatMap(names), [
      "orders",
      "orders",
      "o",
      "orders",
      "mesh",
    ]);
  });

  it("takes manifests of several files together", () => {
    const backend = `apiVersion: compute.functionmesh.io/v1alpha1
kind: BackendConfig
metadata: { name: backend-config, namespace: default }
spec: { env: { REGION: east } }
`;
    const [part] = plan({ "a.yaml": manifest("a"), "backend.yaml": backend }).parts;
    assert.deepEqual(part?.plan.members[0]?.sharedEnv, { REGION: "east" });
  });

  describe("FM083", () => {
    const cases = [
      { name: "bad YAML", files: { f: "a: [" }, want: [["FM083", "f:1:5", "f", undefined]] },
      { name: "no document", files: { f: "# nothing\n" }, want: [["FM083", "f", "f", undefined]] },
      {
        name: "two meshes in a file",
        files: { f: `${mesh()}---\ntopics: {}\n` },
        want: [["FM083", "f:12", "f", undefined]],
      },
    ];
    for (const { name, files, want } of cases) {
      it(name, () =>
        assert.deepEqual(
          problems(files).filter(([code]) => code === "FM083"),
          want,
        ),
      );
    }
  });

  it("refuses a document that is no map", () => {
    assert.deepEqual(problems({ f: "- a\n- b\n" }), [["FM080", "f", "f", undefined]]);
  });
});
