import assert from "node:assert/strict";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf, type MeshFacts } from "../../../../provider/model/changes/mesh-facts";
import { stoppedByFailure } from "../../../../provider/model/changes/stopped-by-failure";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const facts = (spec: MeshSpec): MeshFacts => factsOf(planMesh("mesh", spec).plan);

const meshOf = (parts: Parameters<typeof javaFunction>[0], more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { a: javaFunction(parts), b: javaFunction({ ...parts, image: "b" }) }, ...more });

const rows: readonly {
  readonly name: string;
  readonly before: MeshSpec;
  readonly after: MeshSpec;
  readonly want: RegExp | undefined;
}[] = [
  {
    name: "one of the two restarts",
    before: meshOf({ replicas: 1, image: "1" }),
    after: meshOf({ replicas: 1, image: "2" }),
    want: /^a has one instance: should the new version not work, nothing runs of it until that is mended\. State `replicas: 2`/,
  },
  {
    name: "both restart",
    before: meshOf({ replicas: 1 }),
    after: meshOf({ replicas: 1, config: { a: 1 } }),
    want: /^a and b have one instance: .* nothing runs of them until/,
  },
  {
    name: "both read from another place",
    before: meshOf({ replicas: 1 }),
    after: meshOf({ replicas: 1, subscriptionName: "other" }),
    want: /^a and b have/,
  },
  {
    name: "several instances",
    before: meshOf({ replicas: 2 }),
    after: meshOf({ replicas: 2, config: { a: 1 } }),
    want: undefined,
  },
  {
    name: "as many as an autoscaler says",
    before: meshOf({ autoscaling: { maxReplicas: 3 } }),
    after: meshOf({ autoscaling: { maxReplicas: 3 }, config: { a: 1 } }),
    want: undefined,
  },
  {
    name: "none",
    before: meshOf({ paused: true }),
    after: meshOf({ paused: true, config: { a: 1 } }),
    want: undefined,
  },
  { name: "more of them", before: meshOf({ replicas: 1 }), after: meshOf({ replicas: 2 }), want: undefined },
  {
    name: "no restart",
    before: meshOf({ replicas: 1 }),
    after: meshOf({ replicas: 1, rollout: { timeoutSeconds: 9 } }),
    want: undefined,
  },
  {
    name: "a new one starts first",
    before: meshOf({ replicas: 1 }, { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } }),
    after: meshOf(
      { replicas: 1, config: { a: 1 } },
      { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } },
    ),
    want: undefined,
  },
];

describe("members that a version that does not work would stop", () => {
  for (const { name, before, after, want } of rows) {
    it(`${name}: ${want === undefined ? "none" : "said"}`, () => {
      const warning = stoppedByFailure(changesBetween(facts(before), facts(after)), facts(before));
      if (want === undefined) assert.equal(warning, undefined);
      else assert.match(warning ?? "", want);
    });
  }
});
