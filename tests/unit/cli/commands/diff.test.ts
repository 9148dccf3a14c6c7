import assert from "node:assert/strict";
import { run } from "../memory-terminal";
import { connectionless, manifest, mesh } from "../sample-files";

const parse = (text: string) => JSON.parse(text);

describe("diff", () => {
  const changed = mesh("    image: registry.acme.test/score:2\n    replicas: 3");
  const plain = mesh("    image: registry.acme.test/score:1\n    replicas: 3");

  it("says what changes, and ends as diff does", () => {
    assert.deepEqual(run(["diff", "a", "b"], { a: plain, b: changed }), {
      code: 1,
      out:
        "functions.score.image: rolls 3 pods of score because image changed " +
        "(registry.acme.test/score:1 → registry.acme.test/score:2); no message loss: at-least-once\n",
      err: "",
    });
    assert.deepEqual(run(["diff", "a", "-"], { a: plain, "-": plain }), { code: 0, out: "", err: "" });
  });

  it("warns of a member that a version which does not work would stop", () => {
    const versioned = (version: string): string =>
      mesh(`    image: registry.acme.test/score:${version}\n    replicas: 1`);
    const [one, two] = [versioned("1"), versioned("2")];
    const { out, err } = run(["diff", "a", "b"], { a: one, b: two });
    assert.match(out, /^functions\.score\.image: .*\n$/);
    assert.match(err, /^warning: score has one instance: should the new version not work, nothing runs of it/);
    const data = run(["diff", "--json", "a", "b"], { a: one, b: two });
    assert.equal(data.err, "");
    assert.deepEqual(parse(data.out).warnings, [err.slice("warning: ".length).trimEnd()]);
  });

  it("prints data", () => {
    const { code, out } = run(["diff", "--json", "a", "b"], { a: plain, b: changed });
    assert.equal(code, 1);
    assert.deepEqual(
      parse(out).changes.map(({ kind, path, effect }: Record<string, string>) => [kind, path, effect]),
      [["memberRolled", "functions.score.image", "roll"]],
    );
    assert.deepEqual(parse(run(["diff", "--json", "a", "a"], { a: plain }).out), { changes: [] });
  });

  it("draws both, with the changes coloured", () => {
    const files = { a: mesh(), b: mesh().replace("topic: out", "topic: elsewhere") };
    assert.equal(
      run(["diff", "--mermaid", "a", "b"], files).out,
      `flowchart LR
  t1(["in"])
  m0["score<br/>function"]
  t0(["elsewhere"])
  t2("out")
  t1 --> m0
  m0 --> t0
  m0 --> t2
  subgraph legend["Changes"]
    legend-added["added"]
    legend-removed["removed"]
    legend-changed["changed"]
  end
  classDef topic fill:#fff,color:#333
  class t1 topic
  classDef box fill:none,stroke:#888
  class legend box
  classDef added fill:#d7f5dd,stroke:#1a7f37,color:#0b3d17
  class t0,legend-added added
  linkStyle 1 stroke:#1a7f37,stroke-width:2px
  classDef removed fill:#ffe3e0,stroke:#c62828,color:#5f1412,stroke-dasharray:6 4
  class t2,legend-removed removed
  linkStyle 2 stroke:#c62828,stroke-width:2px,stroke-dasharray:6 4
  classDef changed fill:#fff3c4,stroke:#b08800,color:#4a3b00
  class m0,legend-changed changed
`,
    );
    const { out } = run(["diff", "--dot", "a", "b"], files);
    assert.match(out, /m0 -> t2 \[style=dashed color="#c62828" penwidth=2\]/);
    assert.match(out, /t0 \[.*style="rounded,filled" fillcolor="#d7f5dd"/);
  });

  it("compares secrets without showing them", () => {
    const secret = (value: string): string => mesh(`    secrets: { password: ${value} }`);
    const files = { a: secret("planted-one"), b: secret("planted-two") };
    const { code, out } = run(["diff", "a", "b"], files);
    assert.equal(code, 1);
    assert.match(out, /because secrets\.password changed/);
    assert.doesNotMatch(run(["diff", "--json", "a", "b"], files).out + out, /planted/);
    assert.equal(run(["diff", "a", "c"], { ...files, c: files.a }).code, 0);
  });

  it("reads manifests, and connections left out", () => {
    const more = manifest("k").replace("score:1", "score:2");
    assert.match(
      run(["diff", "a", "b"], { a: manifest("k"), b: more }).out,
      /^function\/k: spec\.image: rolls the pods of k because image changed/,
    );
    assert.equal(run(["diff", "a", "b"], { a: manifest("k"), b: manifest("k") }).code, 0);
    assert.equal(run(["diff", "a", "b"], { a: connectionless(), b: connectionless() }).code, 0);
  });

  it("names the fields of manifests as manifests do", () => {
    const entry = (maxReplicas: number, label: string): string =>
      `apiVersion: compute.functionmesh.io/v1alpha1
kind: FunctionMesh
metadata: { name: m }
spec:
  functions:
    - name: k
      className: com.acme.Score
      image: registry.acme.test/score:1
      java: { jar: /pulsar/score.jar }
      input: { topics: [in] }
      output: { topic: out }
      resources: { requests: { cpu: 100m, memory: 256Mi } }
      pulsar: { pulsarConfig: east }
      maxReplicas: ${maxReplicas}
      funcConfig: { label: ${label} }
`;
    const files = { a: entry(3, "x"), b: entry(5, "y") };
    assert.deepEqual(
      parse(run(["diff", "--json", "a", "b"], files).out).changes.map(({ component, path }: Record<string, string>) => [
        component,
        path,
      ]),
      [
        ["function/m-k", "spec.functions[0].maxReplicas"],
        ["function/m-k", "spec.functions[0].funcConfig.label"],
      ],
    );
    const [second, first] = run(["diff", "a", "b"], files).out.split("\n");
    assert.match(first ?? "", /^function\/m-k: spec\.functions\[0\]\.funcConfig\.label: .* funcConfig\.label changed/);
    assert.match(
      second ?? "",
      /^function\/m-k: spec\.functions\[0\]\.maxReplicas: .* because maxReplicas changed \(3 → 5\)/,
    );
  });

  it("tells once that a component gets another Kubernetes namespace", () => {
    const inNamespace = (namespace: string): string =>
      manifest("score").replace("{ name: score }", `{ name: score, namespace: ${namespace} }`);
    assert.equal(
      run(["diff", "a", "b"], { a: inNamespace("prod"), b: inNamespace("stage") }).out,
      "function/score: score moves from prod to stage: its workload is made there, and deleted where it was; no message loss: at-least-once\n",
    );
  });

  it("tells nothing of a window that the component does not state", () => {
    const files = { a: manifest("score"), b: manifest("score", "  windowConfig: { windowLengthCount: 10 }\n") };
    assert.match(run(["diff", "a", "b"], files).out, /because windowConfig\.windowLengthCount is stated \(10\);/);
  });

  it("knows what is used of others", () => {
    const used = mesh("    tenant: retail\n    namespace: orders\n");
    const owned = `${used}namespaces: { retail/orders: {} }\n`;
    assert.equal(
      run(["diff", "a", "b"], { a: owned, b: used }).out,
      'namespaces["retail/orders"]: namespace retail/orders is others\' from now on, and stays as it is\n',
    );
  });

  it("takes no file with errors, nor standard input twice", () => {
    const { code, out, err } = run(["diff", "a", "b"], { a: mesh(), b: mesh("    replicas: many") });
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^b:11: FM080 functions\.score\.replicas/);
    assert.equal(run(["diff", "-", "-"], { "-": mesh() }).code, 2);
    assert.equal(run(["diff", "a"], { a: mesh() }).code, 2);
  });

  it("tells other programs what is wrong in the form of all commands", () => {
    const { code, out, err } = run(["diff", "--json", "a", "nowhere"], { a: mesh("    replicas: many") });
    assert.deepEqual([code, err], [2, ""]);
    const { errors, warnings } = parse(out);
    assert.deepEqual(
      errors.map(({ code: rule, path, file, line }: Record<string, unknown>) => [rule, path, file, line]),
      [
        ["FM080", "functions.score.replicas", "a", 11],
        ["FM083", "nowhere", "nowhere", undefined],
      ],
    );
    assert.deepEqual(warnings, []);
  });
});
