import type { TopologyEdge, TopologyMember, TopologyTopic } from "./topology";

/** What of a graph is to be coloured, and how. */
export const markKinds = ["added", "removed", "changed"] as const;

export type Mark = (typeof markKinds)[number];

/** The colours of a mark: of what it fills, of its lines, and of text in it, which can so be read on a dark page too. */
export const markColours: Readonly<
  Record<Mark, { readonly fill: string; readonly line: string; readonly text: string }>
> = {
  added: { fill: "#d7f5dd", line: "#1a7f37", text: "#0b3d17" },
  removed: { fill: "#ffe3e0", line: "#c62828", text: "#5f1412" },
  changed: { fill: "#fff3c4", line: "#b08800", text: "#4a3b00" },
};

/** Names of members and topics, and keys of edges, each with its mark. */
export interface TopologyMarks {
  readonly nodes: ReadonlyMap<string, Mark>;
  readonly edges: ReadonlyMap<string, Mark>;
  /** What changes, as it was, by name. */
  readonly earlier?: {
    readonly members: ReadonlyMap<string, TopologyMember>;
    readonly topics: ReadonlyMap<string, TopologyTopic>;
  };
}

/** Tells an edge from others: where it comes from, where it leads to, what it carries. */
export const edgeKey = ({ from, to, carries }: TopologyEdge): string => JSON.stringify([from, to, carries ?? ""]);
