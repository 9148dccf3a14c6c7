import type { SchemaSpec } from "./schema";

/** A topic of the mesh. The key is its name: a short one, completed with the defaults' tenant and namespace, or a full one. */
export interface TopicSpec {
  /**
   * Number of partitions; 0 makes a topic without partitions. It can grow, never shrink.
   * @default 0
   * @integer
   */
  readonly partitions?: number;
  /**
   * The topic exists already and belongs to somebody else: it is never created or deleted.
   * @default false
   * @plain
   */
  readonly external?: boolean;
  /**
   * Nobody in the mesh reads the topic, on purpose.
   * @default false
   * @plain
   */
  readonly terminal?: boolean;
  /** The schema of the topic's messages, registered before any member starts. */
  readonly schema?: SchemaSpec;
  /**
   * Key of the entry of `pulsar` the topic lives in.
   * @default the Pulsar clusters of the members that use it
   * @plain
   */
  readonly pulsarCluster?: string;
}
