import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { Problem } from "../../../../provider/model/problem";
import { placeholder } from "../../../../provider/model/unknown";
import { planRequest } from "../../../../provider/pulumi/components/plan-request";
import type { Leaf, ReadArguments } from "../../../../provider/pulumi/schema/read-arguments";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import { two } from "../../model/rules/broken-meshes";

const clicks = "persistent://public/default/clicks";
const edge = (cluster: string, reads: string, writes: string) =>
  javaFunction({ cluster, input: { topics: [reads] }, output: { topic: writes } });

/** A topic that is written in the east and read in the west, a member that feeds itself, and a mistyped name. */
const spec = (topicAt: (path: string) => string): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east" },
    validation: { strict: true },
    topics: { first: {}, last: { terminal: true } },
    functions: {
      a: edge("east", "first", topicAt("functions.a.output.topic")),
      b: edge("west", topicAt("functions.b.input.topics[0]"), "last"),
      self: edge("east", topicAt("functions.self.input.topics[0]"), topicAt("functions.self.output.topic")),
      typo: edge("east", "clciks", "last"),
    },
  });

/** The same as the arguments of a component, whose topic another resource computes. */
function given(value: string | undefined): ReadArguments {
  const paths: string[] = [];
  const values = spec((path) => placeholder("unknown", paths.push(path) - 1));
  const leaves = paths.map((_, index): Leaf => ({ index, value, secret: false, dependencies: ["urn:clicks"] }));
  return { values: { ...values }, leaves, computed: new Set(paths), dependencies: [], problems: [] };
}

const planned = (value: string | undefined) => {
  const read = given(value);
  return planRequest(read, (values) => planMesh("mesh", values as unknown as MeshSpec, read.computed));
};
const told = (problems: readonly Problem[]): readonly string[] => problems.map(({ code, path }) => `${code} ${path}`);

describe("planRequest", () => {
  it("finds what is wrong with names that another resource computed, at the arguments that have them", () => {
    assert.deepEqual(told(planned(clicks).problems), [
      "FM010 functions.typo.input.topics[0]",
      "FM013 functions.self.output.topic",
      "FM020 functions.b.input.topics[0]",
    ]);
  });

  it("finds the same where the names are written out", () => {
    const { problems } = planMesh(
      "mesh",
      spec(() => clicks),
    );
    assert.deepEqual(told(problems), told(planned(clicks).problems));
  });

  it("leaves that for later while they are not known", () => {
    assert.deepEqual(told(planned(undefined).problems), []);
  });

  it("has the same resources, known or not", () => {
    const { plan, known } = planned(clicks);
    assert.deepEqual(plan, planned(undefined).plan);
    assert.notEqual(plan, known);
    const later = planned(undefined);
    assert.equal(later.plan, later.known);
  });
});
