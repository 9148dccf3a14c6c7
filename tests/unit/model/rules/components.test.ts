import assert from "node:assert/strict";
import fc from "fast-check";
import { components, type Graph } from "../../../../provider/model/rules/components";

/** Everything that can be reached from a node. */
function reachable(graph: Graph, from: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const queue = [from];
  for (const node of queue) {
    for (const next of graph[node] ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

describe("components", () => {
  it("hold exactly what reaches each other", () => {
    const nodes = Array.from({ length: 8 }, (_, index) => index);
    const node = fc.constantFrom(...nodes);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
        const graph = nodes.map((from) => edges.filter(([start]) => start === from).map(([, to]) => to));
        const found = components(graph);
        assert.deepEqual(found.flat().sort(), nodes);
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
    const chain = Array.from({ length: 50_000 }, (_, index) => (index < 49_999 ? [index + 1] : []));
    assert.equal(components(chain).length, 50_000);
  });
});
