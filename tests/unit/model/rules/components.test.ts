import assert from "node:assert/strict";
import fc from "fast-check";
import { components } from "../../../../provider/model/rules/components";

type Graph = ReadonlyMap<string, readonly string[]>;

/** Everything that can be reached from a node. */
function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

describe("components", () => {
  it("hold exactly what reaches each other", () => {
    const node = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
        const graph = new Map<string, string[]>();
        for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
        const found = components(graph);
        const nodes = [...new Set(edges.flat())];
        assert.deepEqual(found.flat().sort(), nodes.sort());
        for (const left of nodes) {
          for (const right of nodes) {
            const isTogether = found.some((component) => component.includes(left) && component.includes(right));
            const isMutual = left === right || (reachable(graph, left).has(right) && reachable(graph, right).has(left));
            assert.equal(isTogether, isMutual, `${left} and ${right}`);
          }
        }
      }),
    );
  });

  it("of a long chain are found without recursion", () => {
    const chain = new Map(Array.from({ length: 50_000 }, (_, index) => [`${index}`, [`${index + 1}`]]));
    assert.equal(components(chain).length, 50_001);
  });
});
