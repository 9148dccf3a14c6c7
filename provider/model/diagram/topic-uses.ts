import type { Topology, TopologyEdge } from "../topology";

/** The edges of a topic. */
export interface TopicUses {
  readonly written: readonly TopologyEdge[];
  readonly read: readonly TopologyEdge[];
}

/** The edges of each topic, by its name. */
export function topicUses({ topics, edges }: Topology): ReadonlyMap<string, TopicUses> {
  const uses = new Map(
    topics.map(({ name }) => [name, { written: new Array<TopologyEdge>(), read: new Array<TopologyEdge>() }]),
  );
  for (const edge of edges) {
    uses.get(edge.to)?.written.push(edge);
    uses.get(edge.from)?.read.push(edge);
  }
  return uses;
}

export const noUses: TopicUses = { written: [], read: [] };
