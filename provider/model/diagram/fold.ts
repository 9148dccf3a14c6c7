import type { TopologyEdge } from "../topology";

/** How a topic is drawn with less than a node and all its edges. */
export type Fold =
  /** By its name on a line from its only writer to its only reader. */
  | { readonly kind: "line"; readonly written: TopologyEdge; readonly read: TopologyEdge }
  /** By a line of text in its only writer: what goes there aside, and nobody reads. */
  | { readonly kind: "note"; readonly written: TopologyEdge }
  /** As a node that says how many members write there aside. */
  | { readonly kind: "count"; readonly written: readonly TopologyEdge[] };
