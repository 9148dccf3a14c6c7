import type { TopicPolicies } from "./topic-policies";

/** What can be said of a topic, by itself or as part of a mesh. */
export interface TopicSettings extends TopicPolicies {
  /**
   * Number of partitions; 0 makes a topic without partitions. It can grow, never shrink, and a topic without partitions keeps
   * having none.
   * @default 0
   * @example 8
   * @integer
   */
  readonly partitions?: number;
  /**
   * Most partitions that `partitions` may ask for. The broker itself has no limit, and makes each partition before it answers.
   * @default 5000
   * @example 20000
   * @integer
   */
  readonly partitionLimit?: number;
  /**
   * Properties of the topic. Properties that others set stay.
   * @default none
   * @example { "team": "retail" }
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Let the broker delete the topic when nobody uses it, as the broker's or the namespace's settings say. Leave it out where
   * `inactiveTopicPolicies` says it.
   * @default false
   * @example true
   */
  readonly deleteWhileInactive?: boolean;
}
