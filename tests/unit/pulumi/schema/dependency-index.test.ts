import assert from "node:assert/strict";
import { argumentPath } from "../../../../provider/model/argument-path";
import { indexDependencies } from "../../../../provider/pulumi/schema/dependency-index";

const dotted = argumentPath("functions", "a.b[0]", "image");

describe("indexDependencies", () => {
  const urnsAt = indexDependencies([
    { path: "functions.a.input.topics[0]", urns: ["x", "y"] },
    { path: "functions.a", urns: ["z"] },
    { path: "functions.ab.image", urns: ["w"] },
    { path: dotted, urns: ["v"] },
    { path: "functions.a.output.topic", urns: ["x"] },
  ]);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["functions.a", ["x", "y", "z"]],
    ["functions", ["x", "y", "z", "w", "v"]],
    ["functions.ab", ["w"]],
    [argumentPath("functions", "a.b[0]"), ["v"]],
    ["", ["x", "y", "z", "w", "v"]],
    ["sinks", []],
  ];
  for (const [path, want] of rows)
    it(`finds what comes below ${path === "" ? "the top" : path}`, () => {
      assert.deepEqual(urnsAt(path), want);
    });

  it("takes time in proportion to its members", () => {
    const secondsFor = (length: number): number => {
      const members = Array.from({ length }, (_, index) => `functions.f${index}`);
      const fields = ["output.topic", "image", "input.topics[0]"];
      const all = members.flatMap((path, index) =>
        fields.map((field) => ({ path: `${path}.${field}`, urns: [`urn${index}`] })),
      );
      const start = performance.now();
      const find = indexDependencies(all);
      for (const path of members) assert.equal(find(path).length, 1);
      return performance.now() - start;
    };
    secondsFor(500);
    const few = Math.min(secondsFor(500), secondsFor(500), secondsFor(500));
    const many = Math.min(secondsFor(10_000), secondsFor(10_000));
    // Twenty times as many: twenty times as long when linear, 400 times when all are looked through for each member.
    assert.ok(many < 150 * few, `${few} ms for 500, ${many} ms for 10000`);
  }).timeout(30_000);
});
