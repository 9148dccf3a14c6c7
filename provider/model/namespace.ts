import type { AutoTopicCreationSpec } from "./auto-topic-creation";
import type { BookieAffinitySpec } from "./bookie-affinity";
import type { OffloadPoliciesSpec } from "./offload-policies";
import type { SchemaAutoUpdateCompatibilityStrategy } from "./schema-auto-update-strategy";
import type { SharedPolicies } from "./shared-policies";
import type { SubscriptionAuthMode } from "./subscription-auth-mode";

/** Every policy of a Pulsar namespace. What is left out is not managed: the broker's own setting holds. */
export interface NamespacePolicies extends SharedPolicies {
  /**
   * Names of the Pulsar clusters that the namespace and its topics may be replicated to; those of `replicationClusters` are
   * among them. Taken out, it becomes the clusters that the namespace is replicated to, which is what Pulsar takes it for where
   * nothing is set.
   * @default not managed: the clusters that the namespace is replicated to
   * @example ["pulsar-east", "pulsar-west"]
   */
  readonly allowedClusters?: readonly string[];
  /**
   * Minutes after which a subscription that nobody reads is deleted. 0 means never.
   * @default not managed: the broker's own setting
   * @example 43200
   * @integer
   */
  readonly subscriptionExpirationMinutes?: number;
  /**
   * Most topics of the namespace, partitions counted. 0 sets no limit.
   * @default not managed: the broker's own setting
   * @example 1000
   * @integer
   */
  readonly maxTopicsPerNamespace?: number;
  /**
   * Name of the resource group whose limits hold for the namespace. It has to exist.
   * @default not managed: none
   * @example "retail"
   */
  readonly resourceGroup?: string;
  /**
   * Which bookies keep the messages. Only a superuser may say so.
   * @default not managed: any
   * @example { "primary": "ssd" }
   */
  readonly bookieAffinity?: BookieAffinitySpec;
  /**
   * Name of a group of namespaces that are kept apart: on different brokers where that is possible.
   * @default not managed: none
   * @example "retail"
   */
  readonly antiAffinity?: string;
  /**
   * Whether clients make the topics that they name, and which.
   * @default not managed: the broker's own setting
   * @example { "allow": true, "topicType": "partitioned", "defaultNumPartitions": 4 }
   */
  readonly autoTopicCreation?: AutoTopicCreationSpec;
  /**
   * Refuse messages that are not encrypted.
   * @default not managed: false
   * @example true
   */
  readonly encryptionRequired?: boolean;
  /**
   * Let producers bring a new schema along.
   * @default not managed: true
   * @example false
   */
  readonly isAllowAutoUpdateSchema?: boolean;
  /**
   * Which schema a producer may bring along. Pulsar's older setting: `schemaCompatibilityStrategy` goes before it.
   * @default not managed: the broker's own setting
   * @example "Backward"
   */
  readonly schemaAutoUpdateCompatibilityStrategy?: SchemaAutoUpdateCompatibilityStrategy;
  /**
   * What ties a subscription's name to the role that uses it.
   * @default not managed: "None"
   * @example "Prefix"
   */
  readonly subscriptionAuthMode?: SubscriptionAuthMode;
  /**
   * Storage that old messages go to.
   * @default not managed: the broker's own setting
   * @example { "driver": "aws-s3", "bucket": "pulsar-orders", "region": "eu-west-1" }
   */
  readonly offloadPolicies?: OffloadPoliciesSpec;
  /**
   * Size of a topic from which on its older messages go to that storage, as a quantity.
   * @default not managed: the broker's own setting
   * @example "10Gi"
   */
  readonly offloadThreshold?: string;
  /**
   * Age in seconds from which on messages go to that storage.
   * @default not managed: the broker's own setting
   * @example 86400
   * @integer
   */
  readonly offloadThresholdSeconds?: number;
  /**
   * Milliseconds that messages which went to that storage stay in BookKeeper as well.
   * @default not managed: the broker's own setting
   * @example 14400000
   * @integer
   */
  readonly offloadDeletionLagMs?: number;
}

/** A Pulsar namespace: its policies, and what else is said of it. */
export interface NamespaceSpec extends NamespacePolicies {
  /**
   * Properties of the namespace. Properties that others set stay.
   * @default none
   * @example { "team": "retail" }
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Number of bundles that the namespace is made with. It counts then alone: later brokers split bundles, so that a number
   * that is found is never compared, and this one cannot be changed.
   * @default the broker's own setting
   * @example 16
   * @integer
   */
  readonly bundles?: number;
}
