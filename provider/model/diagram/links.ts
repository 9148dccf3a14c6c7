import type { Topology, TopologyEdge } from "../topology";
import { edgeKey, type Mark, type TopologyMarks } from "../topology-marks";
import type { Flow } from "./flow-order";
import type { Fold } from "./fold";

/** A line between two nodes of a picture. */
export interface Link extends Flow {
  readonly carries: TopologyEdge["carries"];
  /** Its reader finds the topic by a pattern. */
  readonly isFound: boolean;
  /** The topic whose name stands on it. */
  readonly topic: string | undefined;
  readonly mark: Mark | undefined;
}

/** The edges that are drawn as such, and the lines that stand for folded topics. */
export function linksOf(
  { edges }: Topology,
  folds: ReadonlyMap<string, Fold>,
  marks: TopologyMarks | undefined,
): readonly Link[] {
  const markOf = (edge: TopologyEdge): Mark | undefined => marks?.edges.get(edgeKey(edge));
  const folded = new Set([...folds.values()].flatMap(edgesOf));
  return [
    ...edges
      .filter((edge) => !folded.has(edge))
      .map((edge) => ({
        from: edge.from,
        to: edge.to,
        carries: edge.carries,
        isFound: edge.pattern !== undefined,
        topic: undefined,
        mark: markOf(edge),
      })),
    ...[...folds].flatMap(([topic, fold]) =>
      fold.kind === "line"
        ? [
            {
              from: fold.written.from,
              to: fold.read.to,
              carries: fold.written.carries,
              isFound: fold.read.pattern !== undefined,
              topic,
              mark: markOf(fold.written),
            },
          ]
        : [],
    ),
  ];
}

function edgesOf(fold: Fold): readonly TopologyEdge[] {
  if (fold.kind === "count") return fold.written;
  return fold.kind === "line" ? [fold.written, fold.read] : [fold.written];
}
