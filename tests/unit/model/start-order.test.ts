import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { startOrder } from "../../../provider/model/start-order";
import { placeholder } from "../../../provider/model/unknown";
import { seeded } from "../../arguments/random";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";

const edge = (reads: string, writes: string, more: Partial<FunctionSpec> = {}): FunctionSpec =>
  javaFunction({ input: { topics: [reads] }, output: { topic: writes }, ...more });

const orderOf = (spec: MeshSpec): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    startOrder(planMesh("mesh", spec).plan).map(({ member, after }) => [member.name, after.map(({ name }) => name)]),
  );

const consumersFirst = (parts: Partial<MeshSpec>): MeshSpec =>
  sampleMesh({ ordering: "consumersFirst", validation: { allowCycles: true }, ...parts });

describe("start-order", () => {
  const chain = {
    sources: { first: source({ output: { topic: "a" } }) },
    functions: { middle: edge("a", "b") },
    sinks: { last: sink({ input: { topics: ["b"] } }) },
  };

  it("in parallel nobody waits, in the order of the plan", () => {
    const order = orderOf(sampleMesh(chain));
    assert.deepEqual(
      Object.keys(order),
      planMesh("mesh", sampleMesh(chain)).plan.members.map(({ name }) => name),
    );
    assert.deepEqual(Object.values(order), [[], [], []]);
  });

  it("with consumers first, by names that other resources computed as soon as they are known", () => {
    const between = (topic: string, reads: string) =>
      planMesh(
        "mesh",
        consumersFirst({
          sources: { first: source({ output: { topic } }) },
          sinks: { last: sink({ input: { topics: [reads] } }) },
        }),
        new Set(["sources.first.output.topic", "sinks.last.input.topics[0]"]),
      ).plan;
    const plan = between(placeholder("unknown", 1), placeholder("unknown", 2));
    const named = (steps: ReturnType<typeof startOrder>) =>
      steps.map(({ member, after }) => [member.name, after.map(({ name }) => name)]);
    assert.deepEqual(
      named(startOrder(plan)).map(([, after]) => after),
      [[], []],
    );
    const order = startOrder(plan, between("a/b/c", "a/b/c"));
    assert.deepEqual(named(order), [
      ["last", []],
      ["first", ["last"]],
    ]);
    assert.ok(order.every(({ member }) => plan.members.includes(member)));
  });

  it("with consumers first each waits for those that read what it writes", () => {
    assert.deepEqual(orderOf(consumersFirst(chain)), { last: [], middle: ["last"], first: ["middle"] });
    assert.deepEqual(Object.keys(orderOf(consumersFirst(chain))), ["last", "middle", "first"]);
  });

  it("readers of logs and those that find topics by patterns count", () => {
    const spec = consumersFirst({
      functions: { talks: edge("a", "b", { logTopic: "logs" }) },
      sinks: {
        logs: sink({ input: { topics: ["logs"] } }),
        all: sink({ input: { topicPattern: "persistent://public/default/b.*" } }),
      },
    });
    assert.deepEqual([...(orderOf(spec)["talks"] ?? [])].sort(), ["all", "logs"]);
  });

  it("members of a cycle do not wait for each other, those before and after it do", () => {
    const spec = consumersFirst({
      ...chain,
      functions: { there: edge("a", "b"), back: edge("b", "a") },
    });
    assert.deepEqual(orderOf(spec), { last: [], there: ["last"], back: [], first: ["there"] });
  });

  it("agrees with a naive search for any mesh, and nobody waits for one that comes later", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seeded(seed);
      const topic = (): number => random.below(8);
      const edges = Array.from({ length: 12 }, (_, at) => ({ name: `f${at}`, reads: topic(), writes: topic() }));
      const functions = Object.fromEntries(
        edges.map(({ name, reads, writes }) => [name, edge(`t${reads}`, `t${writes}`)]),
      );
      const order = orderOf(consumersFirst({ functions }));
      const started = new Set<string>();
      for (const [name, after] of Object.entries(order)) {
        for (const other of after) assert.ok(started.has(other), `seed ${seed}: ${name} waits for ${other}`);
        started.add(name);
        const own = edges.find((each) => each.name === name);
        const readers = edges.filter(({ reads }) => reads === own?.writes);
        const waited = readers.filter((reader) => !reaches(edges, reader.writes, own?.reads)).map((each) => each.name);
        assert.deepEqual([...after].sort(), waited.sort(), `seed ${seed}: ${name}`);
      }
      assert.equal(started.size, 12);
    }
  });
});

interface NaiveEdge {
  readonly reads: number;
  readonly writes: number;
}

/** Whether a message in one topic may come to another. */
function reaches(edges: readonly NaiveEdge[], from: number, to: number | undefined): boolean {
  const reached = new Set([from]);
  for (let round = 0; round < edges.length; round++)
    for (const { reads, writes } of edges) if (reached.has(reads)) reached.add(writes);
  return to !== undefined && reached.has(to);
}
