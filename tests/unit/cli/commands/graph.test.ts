import assert from "node:assert/strict";
import { run } from "../memory-terminal";
import { connectionless, manifest, mesh } from "../sample-files";

describe("graph", () => {
  it("draws manifests and meshes", () => {
    const { code, out } = run(["graph", "m", "k"], { m: mesh(), k: manifest("k") });
    assert.equal(code, 0);
    assert.match(out, /^flowchart LR\n/);
    assert.match(out, /"k<br\/>function"/);
    assert.match(out, /"score<br\/>function"/);
  });

  it("takes a Kubernetes namespace for manifests", () => {
    const { code, out } = run(["graph", "--namespace", "streaming", "a"], { a: manifest("a") });
    assert.deepEqual([code, out], [0, run(["graph", "a"], { a: manifest("a") }).out]);
  });

  it("draws for Graphviz", () => {
    assert.match(run(["graph", "--format", "dot", "m"], { m: connectionless() }).out, /^digraph mesh \{\n/);
  });

  it("draws what is wrong as well, and says so", () => {
    const wrong = mesh("    retainOrdering: true\n    retainKeyOrdering: true\n");
    const { code, out, err } = run(["graph", "m"], { m: wrong });
    assert.equal(code, 1);
    assert.match(out, /^flowchart/);
    assert.match(err, /FM032/);
  });
});
