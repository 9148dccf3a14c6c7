import assert from "node:assert/strict";
import fc from "fast-check";
import type { Change } from "../../../../provider/model/changes/change";
import { changeLine, changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf, type MeshFacts } from "../../../../provider/model/changes/mesh-facts";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { toldMembers } from "../../../../provider/model/told-members";
import { placeholder } from "../../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";
import { growthPairs } from "./growth-pairs";
import { leftBehindPairs } from "./left-behind-pairs";
import { clusterPairs } from "./cluster-pairs";
import { consistentPairs } from "./consistent-pairs";
import { meshPairs } from "./mesh-pairs";
import { messagePairs } from "./message-pairs";
import { movePairs } from "./move-pairs";
import { quantityPairs } from "./quantity-pairs";
import { replacementPairs } from "./replacement-pairs";
import { renamedPairs } from "./renamed-pairs";
import { resourcePairs } from "./resource-pairs";
import { scalingPairs } from "./scaling-pairs";
import { schemaPairs } from "./schema-pairs";
import { standbyPairs } from "./standby-pairs";
import { twinPairs } from "./twin-pairs";

/** As meshes and the command tell them: members that share a name by their keys as well. */
const facts = (spec: MeshSpec): MeshFacts => factsOf(toldMembers(planMesh("mesh", spec).plan));
const between = (before: MeshSpec, after: MeshSpec): readonly Change[] => changesBetween(facts(before), facts(after));

/** As a state holds it. */
const kept = (mesh: MeshFacts): MeshFacts => JSON.parse(JSON.stringify(mesh));

const count = (changes: readonly Change[], ending: "Added" | "Removed"): number =>
  changes.filter(({ kind }) => kind.endsWith(ending)).length;

const functions = fc
  .dictionary(
    fc.constantFrom("a", "b", "c"),
    fc
      .record(
        {
          replicas: fc.integer({ min: 0, max: 3 }),
          image: fc.constantFrom("one", "two"),
          config: fc.record({ limit: fc.integer({ min: 0, max: 2 }) }),
          paused: fc.boolean(),
          input: fc.record({ topics: fc.uniqueArray(fc.constantFrom("in", "x", "y"), { minLength: 1 }) }),
          processingGuarantee: fc.constantFrom("atleast_once" as const, "atmost_once" as const),
        },
        { requiredKeys: [] },
      )
      .chain((parts) => fc.record({ spec: fc.constant(javaFunction(parts)), isTwin: fc.boolean() })),
  )
  // Those share their name: each has it in a namespace of its own.
  .map((all) =>
    Object.fromEntries(
      Object.entries(all).map(([key, { spec, isTwin }]) => [
        key,
        isTwin ? { ...spec, name: "twin", namespace: key } : spec,
      ]),
    ),
  );
const meshes = fc
  .record({
    functions,
    sources: fc.dictionary(fc.constantFrom("s"), fc.constant(source())),
    sinks: fc.dictionary(fc.constantFrom("k"), fc.constant(sink())),
    topics: fc.dictionary(fc.constantFrom("t", "u"), fc.record({ partitions: fc.integer({ min: 0, max: 3 }) })),
  })
  .map((parts) => sampleMesh(parts));

const few = { numRuns: 30 };

const pairs = [
  ...meshPairs,
  ...clusterPairs,
  ...replacementPairs,
  ...resourcePairs,
  ...leftBehindPairs,
  ...schemaPairs,
  ...messagePairs,
  ...movePairs,
  ...scalingPairs,
  ...quantityPairs,
  ...consistentPairs,
  ...standbyPairs,
  ...renamedPairs,
  ...growthPairs,
  ...twinPairs,
];

describe("changes between meshes", () => {
  for (const { name, before, after, changes } of pairs) {
    it(name, () => {
      assert.deepEqual(
        between(before, after).map((change) => `${change.kind} ${changeLine(change)}`),
        changes,
      );
    });
  }

  it("name those of which they say that messages may be lost", () => {
    for (const { name, before, after } of pairs) {
      for (const { kind, text, members = [], mayLose = [] } of between(before, after)) {
        // A guarantee says what failures do from then on; and settings concern whoever reads.
        const isOfMembers = members.length > 0 && !text.includes("from then on it may lose");
        assert.equal(mayLose.length > 0, isOfMembers && text.includes("may lose"), `${name}: ${kind} ${text}`);
        assert.deepEqual(
          mayLose.filter((member) => !members.includes(member)),
          [],
        );
      }
    }
  });

  it("are none for one mesh, and for one that a state has kept", () => {
    fc.assert(
      fc.property(meshes, (mesh) => {
        assert.deepEqual(between(mesh, mesh), []);
        assert.deepEqual(changesBetween(kept(facts(mesh)), facts(mesh)), []);
      }),
      few,
    );
  });

  it("come and go alike in both directions", () => {
    fc.assert(
      fc.property(meshes, meshes, (one, other) => {
        const [forth, back] = [between(one, other), between(other, one)];
        assert.equal(forth.length === 0, back.length === 0);
        assert.equal(count(forth, "Added"), count(back, "Removed"));
        assert.equal(count(forth, "Removed"), count(back, "Added"));
      }),
      few,
    );
  });

  it("are in the same order however the arguments are ordered", () => {
    const reversed = (spec: MeshSpec): MeshSpec => ({
      ...spec,
      functions: Object.fromEntries(Object.entries(spec.functions ?? {}).reverse()),
      topics: Object.fromEntries(Object.entries(spec.topics ?? {}).reverse()),
    });
    fc.assert(
      fc.property(meshes, meshes, (one, other) => {
        assert.deepEqual(between(one, other), between(reversed(one), reversed(other)));
      }),
      few,
    );
  });

  it("do not contradict each other about a member", () => {
    fc.assert(
      fc.property(meshes, meshes, (one, other) => {
        const changes = between(one, other);
        for (const name of new Set(changes.flatMap(({ members = [] }) => members))) {
          const texts = changes.filter(({ members = [] }) => members.includes(name)).map(({ text }) => text);
          const some = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
          if (some(/^rolls |^restarts |, and (it |its instances )?restarts?\b/))
            assert.equal(some(/nothing restarts|not touched/), false);
          if (some(/: it may lose|, and may lose|; may lose/)) assert.equal(some(/no message loss/), false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("name every field that differs, with its effect", () => {
    const [change] = between(
      sampleMesh({ functions: { f: javaFunction({ image: "a", runtimeFlags: "x" }) } }),
      sampleMesh({ functions: { f: javaFunction({ image: "b", runtimeFlags: "y", restartToken: "1" }) } }),
    );
    assert.deepEqual(change?.fields, [
      { path: "functions.f.image", effect: "roll", before: "a", after: "b" },
      { path: "functions.f.restartToken", effect: "roll", after: "1" },
      { path: "functions.f.runtimeFlags", effect: "roll" },
    ]);
  });

  it("say what is known only when applied, and nothing wrong of it", () => {
    const unknown = placeholder("unknown", 0);
    const before = sampleMesh({ functions: { f: javaFunction({ replicas: 2, image: "a" }) } });
    const after = sampleMesh({
      functions: {
        f: javaFunction({ replicas: 2, image: unknown, config: { a: unknown }, input: { topics: [unknown] } }),
      },
    });
    assert.deepEqual(
      between(before, after)
        .filter(({ kind }) => kind !== "topicRemoved")
        .map(changeLine),
      [
        "functions.f: config.a and image of f are known only when applied: rolls 2 pods of f if there is a difference",
        "functions.f.input: what f reads is known only when applied",
      ],
    );
  });

  it("are grouped where a default is known only when applied", () => {
    const mesh = (image: string): MeshSpec =>
      sampleMesh({ defaults: { images: { java: image } }, functions: { f: javaFunction(), g: javaFunction() } });
    assert.deepEqual(between(mesh("a"), mesh(placeholder("unknown", 0))).map(changeLine), [
      "defaults.images.java: defaults.images.java known only when applied: concerns functions.f and functions.g",
    ]);
  });

  it("take time in proportion to the number of members", () => {
    const mesh = (size: number, image: string): MeshFacts =>
      facts(
        sampleMesh({
          defaults: { images: { java: image } },
          functions: Object.fromEntries(
            Array.from({ length: size }, (_, index) => [`f${index}`, javaFunction({ config: { image } })]),
          ),
        }),
      );
    const changes = changesBetween(mesh(400, "a"), mesh(400, "b"));
    assert.equal(changes.length, 401);
    assert.ok(JSON.stringify(mesh(400, "a")).length < 400_000);
    assert.equal(changes[0]?.members?.length, 400);
    assert.ok((changes[0]?.text.length ?? 0) < 300);
  });
});
