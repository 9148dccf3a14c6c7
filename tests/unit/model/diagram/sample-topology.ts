import type { Topology, TopologyEdge, TopologyMember, TopologyTopic } from "../../../../provider/model/topology";

/** Full name of a topic in the namespace of the samples. */
export const topicName = (local: string): string => `persistent://retail/orders/${local}`;

export const member = (name: string, parts: Partial<TopologyMember> = {}): TopologyMember => ({
  name,
  kind: "function",
  runtime: "java",
  clusters: ["east"],
  pulsarClusters: ["east"],
  replicas: 1,
  image: "image:1",
  ...parts,
});

export const topic = (local: string, parts: Partial<TopologyTopic> = {}): TopologyTopic => ({
  name: topicName(local),
  pulsarClusters: ["east"],
  owned: true,
  ...parts,
});

export const writes = (from: string, local: string, carries?: TopologyEdge["carries"]): TopologyEdge => ({
  from,
  to: topicName(local),
  ...(carries === undefined ? {} : { carries }),
});

export const reads = (to: string, local: string): TopologyEdge => ({ from: topicName(local), to });

/** The given graph among so many other members without edges that the mesh is a large one. */
export const large = ({ members, topics, edges }: Topology): Topology => ({
  members: [...members, ...Array.from({ length: 12 }, (_, index) => member(`other${index}`))],
  topics,
  edges,
});
