import assert from "node:assert/strict";
import fc from "fast-check";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { unknown } from "./broken-meshes";
import { distances, isFedBy, letters, readBy, writtenBy } from "./meshes/naive-graph";
import { fullName, localMeshes, type RandomMesh, specOf, spreadMeshes } from "./meshes/random-mesh";

const problemsOf = (spec: MeshSpec, code: string) =>
  planMesh("mesh", spec).problems.filter((problem) => problem.code === code);
const pathsOf = (spec: MeshSpec, code: string): readonly string[] =>
  problemsOf(spec, code)
    .map(({ path }) => path)
    .sort();

/** A cycle as it is shown: members and topics in turn, and the first member again. */
interface ShownCycle {
  readonly members: readonly string[];
  readonly topics: readonly string[];
  readonly path: string;
}

const shownCycles = (mesh: RandomMesh): readonly ShownCycle[] =>
  problemsOf(specOf(mesh), "FM012").map(({ path, message }) => {
    const way = message.slice("the mesh feeds itself: ".length).split(" → ");
    const topics = way.filter((_, index) => index % 2 === 1);
    return { path, members: way.filter((_, index) => index % 2 === 0), topics };
  });

const inFull = (output: { readonly topic?: string } | undefined) => ({ topic: fullName(output?.topic ?? "") });

const isOnCycle = (steps: readonly (readonly number[])[], index: number): boolean =>
  (steps[index]?.[index] ?? Infinity) < Infinity;

const selfFeeding = (mesh: RandomMesh): readonly string[] =>
  mesh.members
    .flatMap((member) =>
      writtenBy(member)
        .filter(([topic]) => readBy(mesh, member).has(topic))
        .map(([, argument]) => `functions.${member.key}.${argument}`),
    )
    .sort();

/** Of some members of a mesh. */
function unreadOutputs(writers: RandomMesh, { members }: RandomMesh, terminal: readonly string[]): readonly string[] {
  const read = new Set(members.flatMap(({ reads, finds }) => [...reads, ...finds]));
  return writers.members
    .filter(({ writes }) => !read.has(writes) && !terminal.includes(writes))
    .map(({ key }) => `functions.${key}.output.topic`)
    .sort();
}

describe("graphs of random meshes", () => {
  const both = fc.oneof(localMeshes, spreadMeshes);

  it("show every member that is on a cycle in one, and no other", () => {
    fc.assert(
      fc.property(both, (mesh) => {
        const steps = distances(mesh);
        const onCycles = mesh.members.filter((_, index) => isOnCycle(steps, index)).map(({ key }) => key);
        const shown = new Set(shownCycles(mesh).flatMap(({ members }) => members));
        assert.deepEqual([...shown].sort(), onCycles);
      }),
    );
  });

  it("show cycles that are ones, as short as there is one, at the argument that leads into it", () => {
    fc.assert(
      fc.property(both, (mesh) => {
        const steps = distances(mesh);
        for (const { members, topics, path } of shownCycles(mesh)) {
          const cycle = members.map((key) => mesh.members.findIndex((each) => each.key === key));
          const [first = -1, ...others] = cycle;
          assert.equal(cycle.at(-1), first);
          assert.equal(new Set(others).size, others.length);
          assert.equal(others.length, steps[first]?.[first]);
          topics.forEach((topic, index) => {
            const [writer, reader] = [mesh.members[cycle[index] ?? -1], mesh.members[cycle[index + 1] ?? -1]];
            assert.ok(writer !== undefined && reader !== undefined);
            assert.ok(
              letters.some((letter) => fullName(letter) === topic && isFedBy(mesh, reader, writer, letter)),
              `${writer.key} → ${topic} → ${reader.key}`,
            );
          });
          const start = mesh.members[first];
          assert.ok(start !== undefined);
          const into = writtenBy(start).find(([topic]) => fullName(topic) === topics[0]);
          assert.equal(path, `functions.${start.key}.${into?.[1] ?? ""}`);
        }
      }),
    );
  });

  it("show no cycle where cycles are allowed", () => {
    fc.assert(
      fc.property(both, (mesh) => {
        assert.deepEqual(pathsOf(specOf(mesh, { validation: { allowCycles: true } }), "FM012"), []);
      }),
    );
  });

  it("show inputs that nobody writes, in whatever cluster", () => {
    fc.assert(
      fc.property(both, fc.subarray(letters), (mesh, declared) => {
        const written = new Set(mesh.members.flatMap((member) => writtenBy(member).map(([topic]) => topic)));
        const want = mesh.members.flatMap(({ key, reads }) =>
          reads.flatMap((topic, index) =>
            written.has(topic) || declared.includes(topic) ? [] : [`functions.${key}.input.topics[${index}]`],
          ),
        );
        const topics = Object.fromEntries(declared.map((topic) => [topic, {}]));
        assert.deepEqual(pathsOf(specOf(mesh, { topics }), "FM010"), want.sort());
      }),
    );
  });

  it("show outputs that nobody reads, in whatever cluster", () => {
    fc.assert(
      fc.property(both, fc.subarray(letters), (mesh, terminal) => {
        const topics = Object.fromEntries(terminal.map((topic) => [topic, { terminal: true }]));
        assert.deepEqual(pathsOf(specOf(mesh, { topics }), "FM011"), unreadOutputs(mesh, mesh, terminal));
      }),
    );
  });

  it("show members that read what they write", () => {
    fc.assert(
      fc.property(both, (mesh) => {
        assert.deepEqual(pathsOf(specOf(mesh), "FM013"), selfFeeding(mesh));
      }),
    );
  });

  it("show what they show with all names written out, whoever computed them", () => {
    fc.assert(
      fc.property(both, fc.func(fc.boolean()), (mesh, isComputed) => {
        const functions = Object.fromEntries(
          Object.entries(specOf(mesh).functions ?? {}).map(([key, { input = {}, output, ...more }]) => {
            const topics = input.topics?.map(fullName);
            return [key, { ...more, input: { ...input, ...(topics && { topics }) }, output: inFull(output) }];
          }),
        );
        const spec = specOf(mesh, { functions });
        const paths = mesh.members.flatMap(({ key, reads }) => [
          `functions.${key}.output.topic`,
          ...reads.map((_, index) => `functions.${key}.input.topics[${index}]`),
        ]);
        const { problems } = planMesh("mesh", spec, new Set(paths.filter((path) => isComputed(path))));
        const told = (code: string) =>
          problems
            .filter((each) => each.code === code)
            .map(({ path }) => path)
            .sort();
        assert.deepEqual(told("FM012").length, pathsOf(spec, "FM012").length);
        assert.deepEqual(told("FM013"), pathsOf(spec, "FM013"));
        // Of what is another resource's nobody knows who else writes or reads it.
        for (const code of ["FM010", "FM011"])
          assert.deepEqual(
            told(code).filter((path) => !pathsOf(spec, code).includes(path)),
            [],
          );
      }),
    );
  });

  it("show what they show without an output whose name is not known yet, but for inputs that may wait for it", () => {
    fc.assert(
      fc.property(both, ({ members: [first, ...others], isReplicated }) => {
        fc.pre(first !== undefined);
        const mesh = { members: [{ ...first, writes: unknown }, ...others], isReplicated };
        const steps = distances(mesh);
        const onCycles = mesh.members.filter((_, index) => isOnCycle(steps, index)).map(({ key }) => key);
        assert.deepEqual([...new Set(shownCycles(mesh).flatMap(({ members }) => members))].sort(), onCycles);
        assert.deepEqual(pathsOf(specOf(mesh), "FM013"), selfFeeding(mesh));
        assert.deepEqual(pathsOf(specOf(mesh), "FM011"), unreadOutputs({ members: others, isReplicated }, mesh, []));
        assert.deepEqual(pathsOf(specOf(mesh), "FM010"), []);
      }),
    );
  });
});
