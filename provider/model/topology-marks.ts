import type { TopologyEdge } from "./topology";

/** What of a graph is to be coloured, and how. */
export const markKinds = ["added", "removed", "changed"] as const;

export type Mark = (typeof markKinds)[number];

/** Names of members and topics, and keys of edges, each with its mark. */
export interface TopologyMarks {
  readonly nodes: ReadonlyMap<string, Mark>;
  readonly edges: ReadonlyMap<string, Mark>;
}

/** Tells an edge from others: where it comes from, where it leads to, what it carries. */
export const edgeKey = ({ from, to, carries }: TopologyEdge): string => JSON.stringify([from, to, carries ?? ""]);
