import { mostFrequent } from "./most-frequent";
import { byText } from "../sorted-entries";
import type { Topology, TopologyTopic } from "../topology";

/** How a picture says in which Pulsar clusters its topics are. */
export type PulsarSaying =
  /** Not at all: there is but one. */
  | { readonly kind: "none" }
  /** By the box around those that are in its Pulsar cluster alone; the others say it themselves. */
  | { readonly kind: "boxes" }
  /** Once, of the most of them, which are in the same ones; the others say it themselves. */
  | { readonly kind: "once"; readonly clusters: string };

/** Keys of Pulsar clusters in one text. */
export const pulsarText = (clusters: readonly string[]): string => [...new Set(clusters)].sort(byText).join(", ");

export function pulsarSaying({ members, topics }: Topology): PulsarSaying {
  const all = new Set([...members, ...topics].flatMap(({ pulsarClusters }) => pulsarClusters));
  if (all.size <= 1) return { kind: "none" };
  const spread = topics.filter(({ pulsarClusters }) => pulsarClusters.length > 1);
  const clusters = mostFrequent(spread.map(({ pulsarClusters }) => pulsarText(pulsarClusters)));
  return clusters === undefined || spread.length <= topics.length / 2 ? { kind: "boxes" } : { kind: "once", clusters };
}

/** True where nothing has to be said at a topic itself, with what is said of the box around it. */
export function isPulsarSaid(
  { pulsarClusters }: TopologyTopic,
  box: string | undefined,
  saying: PulsarSaying,
): boolean {
  if (saying.kind === "none") return true;
  const clusters = pulsarText(pulsarClusters);
  return saying.kind === "once" ? clusters === saying.clusters : pulsarClusters.length === 1 && clusters === box;
}
