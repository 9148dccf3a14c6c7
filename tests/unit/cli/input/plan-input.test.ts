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
      { name: "bad YAML", files: { f: "a: [" }, want: [["FM083", "f:1:5", "f", 1]] },
      { name: "no document", files: { f: "# nothing\n" }, want: [["FM083", "f", "f", undefined]] },
      {
        name: "two meshes in a file",
        files: { f: `${mesh()}---\ntopics: {}\n` },
        want: [["FM083", "f:12", "f", 12]],
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
    assert.deepEqual(problems({ f: "- a\n- b\n" }), [["FM080", "f", "f", 1]]);
  });

  it("reads a file once that is named twice", () => {
    const named = ["a", "./a", "-", "-"];
    const { parts, problems: found } = planInput(named, readsFiles({ a: manifest("a"), "-": mesh() }));
    assert.deepEqual(
      parts.flatMap((part) => part.plan.members.map(({ name }) => name)),
      ["a", "score"],
    );
    assert.deepEqual(
      found.filter(({ severity }) => severity === "error"),
      [],
    );
  });

  it("goes on after a file that cannot be read", () => {
    const { parts, problems: found } = planInput(["nowhere", "a"], readsFiles({ a: manifest("a") }));
    assert.equal(parts.length, 1);
    assert.deepEqual(
      found.flatMap(({ path, message, isUnreadable }) => (isUnreadable === true ? [[path, message]] : [])),
      [["nowhere", "cannot be read: there is no such file"]],
    );
  });

  it("tells the lines of fields, in several documents as well", () => {
    const text = `${mesh("    nonsense: 1\n")}---\n${manifest("b", "  replicas: -1\n")}`;
    assert.deepEqual(
      problems({ f: text }).sort(([, left = ""], [, right = ""]) => (left < right ? -1 : 1)),
      [
        ["FM080", "functions.score.nonsense", "f", 11],
        ["FM090", "spec.replicas", "f", 24],
      ],
    );
  });

  describe("beside arguments of the wrong form (FM080)", () => {
    const orderings = "    retainOrdering: true\n    retainKeyOrdering: true\n";
    const at = (text: string) => problems({ f: text }).map(([code, path]) => `${String(code)} ${String(path)}`);
    const cases = [
      {
        name: "says the errors of other members too",
        text: `${mesh("    nonsense: 1\n    autoAck: perhaps\n")}sinks:\n  store:\n    connector: /pulsar/store.nar\n    className: com.acme.Store\n    input: { topics: [out] }\n${orderings}`,
        want: [
          "FM080 functions.score.autoAck",
          "FM080 functions.score.nonsense",
          "FM032 sinks.store.retainKeyOrdering",
        ],
      },
      {
        name: "says nothing that follows from them",
        text: mesh().replace("input: { topics: [in] }", "input: in").replace("output: { topic: out }", "output: out"),
        want: ["FM080 functions.score.input", "FM080 functions.score.output"],
      },
      {
        name: "says nothing that follows above them",
        text: mesh().replace("input: { topics: [in] }", "input: { topics: in }"),
        want: ["FM080 functions.score.input.topics"],
      },
      {
        name: "says nothing of members whose cluster cannot be read",
        text: mesh(orderings).replace("{ namespace: streaming }", "streaming"),
        want: ["FM080 kubernetes.east"],
      },
      {
        name: "gives no unread topic as an error where its reader may be what is wrong",
        text: `${mesh()}sinks: { store: { input: { topics: [out] }, connector: 1 } }\nvalidation: { strict: true }\ntopics: { in: {} }\n`,
        want: ["FM080 sinks.store.connector"],
      },
    ];
    for (const { name, text, want } of cases) it(name, () => assert.deepEqual(at(text), want));
  });
});
