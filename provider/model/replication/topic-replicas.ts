import { grouped } from "../grouped";
import type { TopicPlan } from "../plan-pulsar";

/** In which Pulsar clusters of the mesh the messages of a topic are, by the cluster that they are written in. */
export class TopicReplicas {
  private readonly byTopic: ReadonlyMap<string, readonly string[]>;

  constructor(topics: readonly TopicPlan[]) {
    const replicated = topics.filter((topic) => topic.replicated);
    this.byTopic = grouped(replicated.map(({ name, pulsarCluster }) => [name, pulsarCluster]));
  }

  of(pulsarCluster: string, topic: string): readonly string[] {
    const keys = this.byTopic.get(topic);
    return keys?.includes(pulsarCluster) === true ? keys : [pulsarCluster];
  }
}
