import type { Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { readFullName } from "../topic-name";
import { isWhollyKnown } from "../unknown";
import { entriesNamed, topicsWithClusters } from "./replications";

/** The Pulsar clusters of the mesh that a topic is replicated to, by their keys: as the topic says itself, else its namespace. */
export function replicatedTopics(
  context: PlanContext,
  { clusters }: Replications,
): (topic: string) => readonly string[] {
  const stated = topicsWithClusters(context);
  const { pulsarClusters } = context.clusters;
  if (pulsarClusters.length < 2 || (stated.size === 0 && clusters.size === 0)) return () => [];
  return (topic) => {
    const home = readFullName(topic);
    // What is not persistent is gone when nobody reads it: brokers make nothing elsewhere.
    if (home === undefined || !home.persistent) return [];
    const names = stated.get(topic) ?? clusters.get(`${home.tenant}/${home.pulsarNamespace}`) ?? [];
    return isWhollyKnown(names) ? entriesNamed(pulsarClusters, names).map(({ key }) => key) : [];
  };
}
