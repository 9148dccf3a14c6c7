import assert from "node:assert/strict";
import { planInput } from "../../../../provider/cli/input/plan-input";
import { readsFiles } from "../memory-terminal";

const problemsOf = (text: string, file = "Pulumi.yaml") => planInput([file], readsFiles({ [file]: text })).problems;

const program = (resources: string): string => `name: shop\nruntime: yaml\nresources:\n${resources}`;
const meshOf = (name: string): string => `  ${name}:\n    type: function-mesh:FunctionMesh\n    properties: {}\n`;

describe("programProblem", () => {
  it("says where in a Pulumi program the arguments are, in one sentence", () => {
    const [problem, ...more] = problemsOf(program(meshOf("orders")));
    assert.deepEqual(more, []);
    assert.deepEqual([problem?.code, problem?.path, problem?.line], ["FM080", "resources", 3]);
    assert.match(problem?.message ?? "", /only what stands below `resources\.orders\.properties`$/);
    assert.match(problem?.help ?? "", /: yq '\.resources\["orders"\]\.properties' Pulumi\.yaml > orders\.yaml$/);
  });

  it("names all of several meshes, and a file in place of standard input", () => {
    const [problem] = problemsOf(program(meshOf("orders") + meshOf("clicks")), "-");
    assert.match(problem?.message ?? "", /`resources\.orders\.properties` or `resources\.clicks\.properties`$/);
    assert.match(problem?.help ?? "", / Pulumi\.yaml > /);
  });

  const others = [
    { name: "a program without a mesh", text: program("  bucket: { type: aws:s3:Bucket }\n"), path: "resources" },
    { name: "the project of a program in another language", text: "name: shop\nruntime: nodejs\n", path: "runtime" },
  ];
  for (const { name, text, path } of others) {
    it(`says that there is no mesh in ${name}`, () => {
      const problems = problemsOf(text);
      assert.deepEqual(
        problems.map((problem) => problem.path),
        [path],
      );
      assert.match(problems[0]?.message ?? "", /without a resource of type function-mesh:FunctionMesh$/);
    });
  }

  it("takes a misplaced field of a mesh for what it is", () => {
    const paths = problemsOf("resources: { requests: { cpu: 1 } }\nsinks: {}\n").map(({ path }) => path);
    assert.deepEqual(paths, ["resources"]);
    assert.match(problemsOf("resources: {}\n")[0]?.message ?? "", /there is no such argument/);
  });
});
