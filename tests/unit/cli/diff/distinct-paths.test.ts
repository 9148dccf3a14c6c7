import assert from "node:assert/strict";
import { run } from "../memory-terminal";
import { manifest } from "../sample-files";

const inNamespace = (namespace: string, image: number): string =>
  manifest("m-k", `  tenant: ${namespace}\n`)
    .replace("{ name: m-k }", `{ name: m-k, namespace: ${namespace} }`)
    .replace("score:1", `score:${image}`);

/** The same as an entry of a mesh, in another namespace. */
const entry = (image: number): string => `apiVersion: compute.functionmesh.io/v1alpha1
kind: FunctionMesh
metadata: { name: m, namespace: three }
spec:
  functions:
    - name: k
      tenant: three
      className: com.acme.Score
      image: registry.acme.test/score:${image}
      java: { jar: /pulsar/score.jar }
      input: { topics: [in] }
      output: { topic: out }
      resources: { requests: { cpu: 100m, memory: 256Mi } }
      pulsar: { pulsarConfig: east }
`;

const files = {
  one: inNamespace("one", 1),
  "one, changed": inNamespace("one", 2),
  both: `${inNamespace("one", 1)}---\n${inNamespace("two", 1)}`,
  "both, changed": `${inNamespace("one", 3)}---\n${inNamespace("two", 2)}`,
  entry: `${inNamespace("one", 1)}---\n${entry(1)}`,
  "entry, changed": `${inNamespace("one", 3)}---\n${entry(2)}`,
};

describe("withDistinctPaths", () => {
  const cases: readonly { before: keyof typeof files; after: keyof typeof files; want: readonly string[] }[] = [
    { before: "both", after: "both, changed", want: ["function/one/m-k spec.image", "function/two/m-k spec.image"] },
    {
      before: "entry",
      after: "entry, changed",
      want: ["function/one/m-k spec.image", "function/three/m-k spec.functions[0].image"],
    },
    { before: "both", after: "one", want: ["function/two/m-k spec"] },
    { before: "one", after: "both", want: ["function/two/m-k spec"] },
    { before: "one", after: "one, changed", want: ["function/m-k spec.image"] },
  ];
  for (const { before, after, want } of cases) {
    it(`names the components that differ between ${before} and ${after}`, () => {
      const { changes } = JSON.parse(run(["diff", "--json", before, after], files).out);
      assert.deepEqual(
        changes.map(({ component, path }: Record<string, string>) => `${component} ${path}`),
        want,
      );
    });
  }

  it("is what sentences say as well", () => {
    const { out } = run(["diff", "both", "both, changed"], files);
    assert.deepEqual(
      out.split("\n").map((line) => /^(.*) because image changed /.exec(line)?.[1]),
      [
        "function/one/m-k: spec.image: rolls the pods of one/default/m-k (function)",
        "function/two/m-k: spec.image: rolls the pods of two/default/m-k (function)",
        undefined,
      ],
    );
  });
});
