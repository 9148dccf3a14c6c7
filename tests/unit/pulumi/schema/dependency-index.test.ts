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

  it("looks at each once, however many members ask", () => {
    let looks = 0;
    const members = Array.from({ length: 1000 }, (_, index) => `functions.f${index}`);
    const find = indexDependencies(
      members.map((member) => ({
        get path() {
          looks++;
          return `${member}.output.topic`;
        },
        urns: [member],
      })),
    );
    for (const member of members) assert.deepEqual(find(member), [member]);
    assert.equal(looks, members.length);
  });
});
