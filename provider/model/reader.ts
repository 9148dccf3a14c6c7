/** What a member does when an instance fails between reading and writing. */
export type ProcessingGuarantee = "atleast_once" | "atmost_once" | "effectively_once" | "manual";

/** Where a subscription that does not exist yet starts. */
export type SubscriptionPosition = "earliest" | "latest";

/** How a member reads: shared by functions and sinks. */
export interface ReaderSpec {
  /**
   * Name of the member's subscription on its input topics.
   * @default "<tenant>/<namespace>/<name>"
   * @example "billing"
   */
  readonly subscriptionName?: string;
  /**
   * Where the subscription starts when it is made: at the oldest message that the topic still has, or after the newest.
   * @default "earliest"
   * @example "latest"
   */
  readonly subscriptionPosition?: SubscriptionPosition;
  /**
   * Replicate where the member is in its topics to the other Pulsar clusters that these are replicated to: the subscription is there
   * too, and a member that moves there goes on where it was, with what it read in the last second once more. Only for topics that are
   * replicated and stated by name. A change of it restarts nothing.
   * @default false: each Pulsar cluster has a subscription of its own
   * @example true
   * @plain
   */
  readonly replicateSubscriptionState?: boolean;
  /**
   * What happens to messages when an instance fails: `atleast_once` processes some again, `atmost_once` loses some,
   * `effectively_once` writes each result once, and with `manual` your code acknowledges them. A function's window acknowledges
   * its messages itself, by `atleast_once` or `atmost_once`: beside it `manual` means nothing, and `effectively_once` is refused.
   * @default "atleast_once"
   * @example "effectively_once"
   */
  readonly processingGuarantee?: ProcessingGuarantee;
  /**
   * Read each topic in order: one instance reads at a time (a failover subscription).
   * @default false
   * @example true
   */
  readonly retainOrdering?: boolean;
  /**
   * Read the messages of a key in order (a key-shared subscription).
   * @default false
   * @example true
   */
  readonly retainKeyOrdering?: boolean;
  /**
   * Acknowledge messages once they are processed. Only where your code acknowledges them itself it is turned off.
   * @default true, but false with `processingGuarantee: manual`
   * @example false
   */
  readonly autoAck?: boolean;
  /**
   * Milliseconds after which a message that was not acknowledged is delivered again. Not with effectively_once, and not in Go.
   * @default never while the instance lives
   * @example 30000
   * @integer
   */
  readonly timeout?: number;
  /**
   * Milliseconds until a message that failed is delivered again. Java only.
   * @default the value of `timeout` for functions, else Pulsar's own, 60000
   * @example 5000
   * @integer
   */
  readonly negativeAckRedeliveryDelayMs?: number;
  /**
   * Deliveries of a message that fails, before it goes to the dead-letter topic. Java only, and not with effectively_once.
   * @default 0: it is delivered for ever
   * @example 5
   * @integer
   */
  readonly maxMessageRetry?: number;
  /**
   * Topic for messages that failed too often. A short name is completed with the member's tenant and namespace. Java only;
   * needs `maxMessageRetry`.
   * @default "<tenant>-<namespace>-<name>-DLQ" where `maxMessageRetry` is stated and the subscription has its default name
   * @example "orders-failed"
   */
  readonly deadLetterTopic?: string;
  /**
   * Delete the subscription, with what waits in it, when the member is deleted or does not read the topic any more. False keeps
   * it, unless the topic itself goes. A change of it restarts nothing.
   * @default true for subscriptions that the mesh made, and on topics found by a pattern for one of the default name; else false
   * @example false
   */
  readonly cleanupSubscription?: boolean;
}
