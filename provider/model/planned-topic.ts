import type { MeshPlan } from "./plan";
import type { TopicPlan } from "./plan-pulsar";

const indexes = new WeakMap<MeshPlan, ReadonlyMap<string, TopicPlan>>();

const keyOf = (pulsarCluster: string, name: string): string => `${pulsarCluster} ${name}`;

/** A topic of a plan in one of its Pulsar clusters. Indexed once per plan: a mesh of thousands is asked for each of its edges. */
export function plannedTopic(plan: MeshPlan, pulsarCluster: string, name: string): TopicPlan | undefined {
  const index =
    indexes.get(plan) ?? new Map(plan.topics.map((topic) => [keyOf(topic.pulsarCluster, topic.name), topic]));
  indexes.set(plan, index);
  return index.get(keyOf(pulsarCluster, name));
}
