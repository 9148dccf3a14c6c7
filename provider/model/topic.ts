import type { SchemaSpec } from "./schema";
import type { TopicSettings } from "./topic-settings";

/** A topic of the mesh. The key is its name: a short one, completed with the defaults' tenant and namespace, or a full one. */
export interface TopicSpec extends TopicSettings {
  /**
   * The topic exists already and belongs to somebody else: it is never created or deleted.
   * @default false
   * @example true
   * @plain
   */
  readonly external?: boolean;
  /**
   * Nobody in the mesh reads the topic, on purpose.
   * @default false
   * @example true
   * @plain
   */
  readonly terminal?: boolean;
  /**
   * The schema of the topic's messages, registered before any member starts.
   * @default none, or for a topic of the mesh the one that follows from the `typeClassName` of its writers and readers
   * @example { "type": "STRING" }
   */
  readonly schema?: SchemaSpec;
  /**
   * Key of the entry of `pulsar` the topic lives in.
   * @default the Pulsar clusters of the members that use it
   * @example "east"
   * @plain
   */
  readonly pulsarCluster?: string;
}
