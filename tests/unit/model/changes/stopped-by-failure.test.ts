import assert from "node:assert/strict";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf, type MeshFacts } from "../../../../provider/model/changes/mesh-facts";
import { stoppedByFailure } from "../../../../provider/model/changes/stopped-by-failure";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, source } from "../../sample-mesh";

const facts = (spec: MeshSpec): MeshFacts => factsOf(planMesh("mesh", spec).plan);

const meshOf = (parts: Parameters<typeof javaFunction>[0], more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { a: javaFunction(parts), b: javaFunction({ ...parts, image: "b" }) }, ...more });

const replaced: Partial<MeshSpec> = { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } };
const places: Partial<MeshSpec> = {
  pulsar: {
    east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" },
    west: { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4" },
  },
  kubernetes: { east: {}, west: {} },
  defaults: { cluster: "east" },
};
const sourceOf = (image: string): MeshSpec => sampleMesh({ sources: { s: source({ image }) } });
const volumes = (image: string): MeshSpec =>
  meshOf(
    {
      image,
      volumeClaimTemplates: [{ metadata: { name: "v" }, spec: { resources: { requests: { storage: "1Gi" } } } }],
    },
    {},
  );

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
    name: "left to its default of one",
    before: meshOf({}),
    after: meshOf({ config: { a: 1 } }),
    want: /^a and b have/,
  },
  {
    name: "one in each of two places",
    before: meshOf({ placement: [{ cluster: "east" }, { cluster: "west" }] }, places),
    after: meshOf({ placement: [{ cluster: "east" }, { cluster: "west" }], config: { a: 1 } }, places),
    want: /^a and b have/,
  },
  {
    name: "fewer of them, one from now on",
    before: meshOf({ replicas: 2 }),
    after: meshOf({ replicas: 1, config: { a: 1 } }),
    want: /^a and b have/,
  },
  {
    name: "another one is there first",
    before: meshOf({ replicas: 1 }),
    after: meshOf({ replicas: 2, config: { a: 1 } }),
    want: undefined,
  },
  { name: "it is paused", before: meshOf({}), after: meshOf({ paused: true, config: { a: 1 } }), want: undefined },
  {
    name: "it moves",
    before: meshOf({}, places),
    after: meshOf({ cluster: "west", config: { a: 1 } }, places),
    want: undefined,
  },
  {
    name: "a new one starts first",
    before: meshOf({ replicas: 1 }, replaced),
    after: meshOf({ replicas: 1, config: { a: 1 } }, replaced),
    want: undefined,
  },
  {
    name: "a new one starts first from now on",
    before: meshOf({}, { naming: "unique" }),
    after: meshOf({ config: { a: 1 } }, replaced),
    want: undefined,
  },
  { name: "all get other names", before: meshOf({}), after: meshOf({ config: { a: 1 } }, replaced), want: undefined },
  {
    name: "it would not be replaced, which it is not anyway",
    before: meshOf({}, { naming: "unique" }),
    after: meshOf({ rollout: { replaceOnRoll: false } }, { naming: "unique" }),
    want: undefined,
  },
  {
    name: "a source, for which there is no advice",
    before: sourceOf("a"),
    after: sourceOf("b"),
    want: /^s has one instance: .* is mended\.$/,
  },
  {
    name: "one with volumes, which would stay behind",
    before: volumes("1"),
    after: volumes("2"),
    want: /mended\. State `replicas: 2` to keep its old version running\.$/,
  },
  {
    name: "a source and a function",
    before: sampleMesh({ sources: { s: source() }, functions: { a: javaFunction({}) } }),
    after: sampleMesh({ sources: { s: source({ image: "b" }) }, functions: { a: javaFunction({ image: "b" }) } }),
    want: /^(s and a|a and s) have .* to keep the old version of a running\.$/,
  },
];

describe("members that a version that does not work would stop", () => {
  for (const { name, before, after, want } of rows) {
    it(`${name}: ${want === undefined ? "none" : "said"}`, () => {
      const warning = stoppedByFailure(changesBetween(facts(before), facts(after)), facts(before), facts(after));
      if (want === undefined) assert.equal(warning, undefined);
      else assert.match(warning ?? "", want);
    });
  }
});
