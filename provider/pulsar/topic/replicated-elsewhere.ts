import { AdminError } from "../admin/error";
import { onceUpdated } from "../resource/deletion";
import { type PulsarTopic } from "./topic-path";

/** What a refused deletion means where brokers of other clusters would make the topic anew; undefined where it is another refusal. */
export function replicatedElsewhere(topic: PulsarTopic, error: unknown): Error | undefined {
  const reason = error instanceof AdminError ? error.reason : "";
  const clusters = /replicated on clusters \[([^\]]*)\]/.exec(reason)?.[1];
  if (clusters === undefined) return undefined;
  return new Error(
    `Topic ${topic.full} is not deleted, since it is replicated to ${clusters} as well: brokers there would make it anew. Let its ` +
      `replicationClusters name its own cluster alone, in a mesh those of its entry in topics: ${onceUpdated}.`,
  );
}
