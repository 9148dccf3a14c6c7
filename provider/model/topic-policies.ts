import type { SharedPolicies } from "./shared-policies";
import type { TopicOffloadPoliciesSpec } from "./topic-offload-policies";

/**
 * Policies of a topic. What is left out is not managed: the namespace's setting holds, else the broker's. Topics without
 * partitions that are not persistent have none.
 */
export interface TopicPolicies extends SharedPolicies {
  /**
   * Largest message as a quantity; at most what the broker takes. `"0"` sets no limit of the topic's own.
   * @default not managed: the broker's setting
   * @example "1Mi"
   */
  readonly maxMessageSize?: string;
  /**
   * Full names of topics that show this topic's messages to more readers, without storing them again.
   * @default not managed: none
   * @example ["persistent://retail/orders/clicks-audit"]
   */
  readonly shadowTopics?: readonly string[];
  /**
   * Storage that old messages go to, and when they go there.
   * @default not managed: the setting above it
   * @example { "driver": "aws-s3", "bucket": "pulsar-orders", "region": "eu-west-1", "threshold": "10Gi" }
   */
  readonly offloadPolicies?: TopicOffloadPoliciesSpec;
}
