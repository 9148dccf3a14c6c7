import type { Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { readFullName } from "../topic-name";
import { isWhollyKnown } from "../unknown";
import { entriesNamed, topicsWithClusters } from "./replications";

/** Where a topic is replicated to. */
export interface ReplicatedTopic {
  /** The Pulsar clusters of the mesh among them, by their keys. */
  readonly keys: readonly string[];
  /** False for one that is nowhere else, neither in the mesh nor outside it. */
  readonly isElsewhere: boolean;
}

const nowhere: ReplicatedTopic = { keys: [], isElsewhere: false };

/** As a topic says itself, else as its namespace is. */
export function replicatedTopics(context: PlanContext, { clusters }: Replications): (topic: string) => ReplicatedTopic {
  const stated = topicsWithClusters(context);
  if (stated.size === 0 && clusters.size === 0) return () => nowhere;
  return (topic) => {
    const home = readFullName(topic);
    // What is not persistent is gone when nobody reads it: brokers make nothing elsewhere.
    if (home === undefined || !home.persistent) return nowhere;
    const names = stated.get(topic) ?? clusters.get(`${home.tenant}/${home.pulsarNamespace}`) ?? [];
    if (!isWhollyKnown(names)) return nowhere;
    const keys = entriesNamed(context.clusters.pulsarClusters, names).map(({ key }) => key);
    return { keys, isElsewhere: names.length > 1 };
  };
}
