import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../../provider/model/mesh";
import type { MemberPlan } from "../../../../../provider/model/plan";
import { planMember, type SingleMemberSpec } from "../../../../../provider/model/plan-member";
import { planMesh } from "../../../../../provider/model/plan-mesh";
import type { Problem } from "../../../../../provider/model/problem";
import { sampleMesh } from "../../../sample-mesh";
import { inAnyOrder, two } from "../broken-meshes";

/** A mesh of one: the kind and the arguments of its only member. */
interface MeshOfOne {
  readonly kind: MemberPlan["kind"];
  readonly spec: SingleMemberSpec;
}

/** A mesh, and codes and paths of everything that is wrong with it; a warning's code has a question mark. */
export interface MeshRow {
  readonly name: string;
  readonly mesh: MeshSpec | MeshOfOne;
  readonly want: readonly string[];
}

/** Two Pulsar and two Kubernetes clusters, of which `east` is the default. */
export const eastAndWest = (parts: Partial<MeshSpec>): MeshSpec =>
  sampleMesh({ ...two, defaults: { cluster: "east" }, ...parts });

/** The same with a namespace of the mesh's own, which is replicated where edges need it. */
export const replicated = (parts: Partial<MeshSpec>): MeshSpec =>
  eastAndWest({ tenants: { public: {} }, namespaces: { "public/default": {} }, ...parts });

const problemsOf = (mesh: MeshRow["mesh"]): readonly Problem[] =>
  ("kind" in mesh ? planMember(mesh.kind, "one", mesh.spec) : planMesh("mesh", mesh)).problems;

/** What is wrong with a mesh, as rows state it. */
export const shownProblems = (mesh: MeshRow["mesh"]): readonly string[] =>
  problemsOf(mesh).map(({ code, severity, path }) => `${code}${severity === "warning" ? "?" : ""} ${path}`);

/** Tests that exactly what each row states is wrong. */
export function testMeshes(group: string, rows: readonly MeshRow[]): void {
  describe(`meshes with ${group}`, () => {
    for (const { name, mesh, want } of rows) {
      it(`${name}: ${want.length === 0 ? "nothing" : want.join(", ")}`, () => {
        assert.deepEqual(inAnyOrder(shownProblems(mesh)), inAnyOrder(want));
        // eslint-disable-next-line no-control-regex -- placeholders are marked by it
        for (const problem of problemsOf(mesh)) assert.doesNotMatch(JSON.stringify(problem), /\\u0001|\u0001/);
      });
    }
  });
}
