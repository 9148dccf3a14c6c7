import type { Topology, TopologyTopic } from "../../model/topology";

/** Several meshes as one graph, in which a topic that several of them use is one. */
export function joinedTopology(topologies: readonly Topology[]): Topology {
  const topics = new Map<string, TopologyTopic>();
  for (const topic of topologies.flatMap((topology) => topology.topics)) {
    const known = topics.get(topic.name);
    topics.set(topic.name, known === undefined ? topic : joined(known, topic));
  }
  return {
    members: topologies.flatMap(({ members }) => members),
    topics: [...topics.values()],
    edges: topologies.flatMap(({ edges }) => edges),
  };
}

const joined = (known: TopologyTopic, again: TopologyTopic): TopologyTopic => ({
  ...again,
  ...known,
  pulsarClusters: [...new Set([...known.pulsarClusters, ...again.pulsarClusters])],
  owned: known.owned || again.owned,
});
