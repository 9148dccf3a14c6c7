import type { OnDelete, OnExisting } from "./ownership";
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
   * Key of the entry of `pulsar` the topic lives in. From other Pulsar clusters members use it only where it is replicated (FM020).
   * @default the Pulsar clusters of the members that use it
   * @example "east"
   * @plain
   */
  readonly pulsarCluster?: string;
  /**
   * What creating does when the topic exists already and is not this mesh's own. Taken over, it goes with the mesh unless `onDelete` is
   * "retain".
   * @default "adoptIfEqual"
   * @example "adopt"
   */
  readonly onExisting?: OnExisting;
  /**
   * What becomes of the topic when it leaves the mesh, or the mesh is destroyed; and of the members' subscriptions on it when these do not
   * read it any more. "delete" refuses to lose messages that nobody has read; "retain" leaves both with all that waits in them. A
   * member's `cleanupSubscription` goes before it for that member's own.
   * @default "force": topic and subscriptions go with all their messages
   * @example "retain"
   */
  readonly onDelete?: OnDelete;
}
