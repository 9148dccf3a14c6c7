import assert from "node:assert/strict";
import type { EffectTree } from "../../provider/model/effects/effect";
import {
  defaultsEffects,
  kubernetesClusterEffects,
  pulsarClusterEffects,
} from "../../provider/model/effects/shared-effects";
import { functionEffects, sinkEffects, sourceEffects } from "../../provider/model/effects/kind-effects";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";
import { changeOf, refusedFields, type Subject, subjects } from "../fields/subjects";
import { sampleClusters, samplePlace } from "../fields/sample-place";
import { refusedSharedFields, sharedChanges, sharedSubjects } from "../fields/shared-subjects";
import { meshOfSubject } from "./mesh-of-subject";
import { observedEffect } from "./observed-effect";

/** The predicted effect of each field is what its rendering shows. */
describe("effects are true", () => {
  for (const subject of Object.values<Subject>(subjects)) {
    describe(subject.name, () => {
      for (const field of Object.keys(subject.pairs("m"))) {
        it(field, () => {
          const { before, after, predicted } = changeOf(subject, field, "m");
          const [old, now] = [meshOfSubject(subject.kind, before), meshOfSubject(subject.kind, after)];
          assert.equal(observedEffect(old, now), predicted);
          for (const mesh of [old, now]) assert.equal(isAccepted(mesh), !refusedFields.includes(field));
        });
      }
    });
  }

  describe("what members share", () => {
    for (const { field, before, after, predicted } of sharedChanges(sampleClusters, samplePlace)) {
      it(field, () => {
        const [old, now] = [before as MeshSpec, after as MeshSpec];
        assert.equal(observedEffect(old, now), predicted);
        for (const mesh of [old, now]) assert.equal(isAccepted(mesh), !refusedSharedFields.includes(field));
      });
    }

    it("has a sample of each field", () => {
      for (const { subject, pairs } of sharedSubjects) {
        const sampled = Object.keys(pairs(samplePlace));
        assert.deepEqual(
          leaves(trees[subject]).filter((leaf) => !isSampled(sampled, leaf) && !refused.includes(leaf)),
          [],
        );
      }
    });
  });

  it("has a sample of each field", () => {
    const sampled = Object.values<Subject>(subjects).flatMap(({ pairs }) => Object.keys(pairs("m")));
    const all = [functionEffects, sourceEffects, sinkEffects].flatMap((tree) => leaves(tree));
    assert.deepEqual([...new Set(all)].filter((leaf) => !isSampled(sampled, leaf)).sort(), refused);
  });
});

/** What does nothing is refused (FM037, FM075), so that there is no effect to be seen. */
const refused: readonly string[] = [
  "golang.log.format",
  "golang.log.javaLog4JConfigFileType",
  "golang.log.logConfig",
  "golang.log.rotatePolicy",
  "python.log.javaLog4JConfigFileType",
  "rollout.replaceOnRoll",
];

const isAccepted = (mesh: MeshSpec): boolean =>
  planMesh("mesh", mesh).problems.every(({ severity }) => severity !== "error");

const trees = {
  pulsar: pulsarClusterEffects,
  kubernetes: kubernetesClusterEffects,
  defaults: defaultsEffects,
} as const;

const isSampled = (fields: readonly string[], leaf: string): boolean =>
  fields.some((field) => leaf === field || leaf.startsWith(`${field}.`));

/** Paths of a table's fields, without what is only about entries. */
function leaves(tree: EffectTree, path = ""): readonly string[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    if (key.startsWith("(") || key === "*") return [];
    const full = path === "" ? key : `${path}.${key}`;
    if (typeof node === "string") return [full];
    const inner = leaves(node, full);
    return inner.length === 0 ? [full] : inner;
  });
}
