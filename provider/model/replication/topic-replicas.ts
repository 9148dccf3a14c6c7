import type { TopicPlan } from "../plan";

/** In which Pulsar clusters of the mesh the messages of a topic are, by the cluster that they are written in. */
export class TopicReplicas {
  private readonly byTopic = new Map<string, string[]>();

  constructor(topics: readonly TopicPlan[]) {
    for (const { name, pulsarCluster, replicated } of topics) {
      if (replicated !== true) continue;
      const known = this.byTopic.get(name);
      if (known === undefined) this.byTopic.set(name, [pulsarCluster]);
      else known.push(pulsarCluster);
    }
  }

  of(pulsarCluster: string, topic: string): readonly string[] {
    const keys = this.byTopic.get(topic);
    return keys?.includes(pulsarCluster) === true ? keys : [pulsarCluster];
  }
}
