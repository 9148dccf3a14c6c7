import { type TopicPolicies } from "../../model/topic-policies";
import { checkFields } from "../resource/check";
import { requiredText } from "../resource/decode";
import { type Fields } from "../resource/field";
import { trueOrFalse } from "../resource/field-checks";
import { absent, type LookupFunction } from "./lookup-function";
import { readTopic } from "../topic/topic-api";
import { checkTopicName } from "../topic/topic-name-check";
import { topicOf } from "../topic/topic-path";
import { wholeTopic } from "../topic/topic-state";
import { type ConnectedClient, topicStats } from "../topic/topic-stats";

/** Looks up a topic with its policies, its subscriptions and what waits in them; fails where there is none. */
export interface GetTopicArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`, `non-persistent://…`, or `tenant/namespace/topic`, which is persistent.
   * @example "persistent://retail/orders/clicks"
   */
  readonly topic: string;
  /**
   * Whether to read the topic's own policies: the broker takes a call for each.
   * @default true
   * @example false
   */
  readonly withPolicies?: boolean;
}

/** A topic as it is. A policy that the topic does not set itself is left out. */
export interface GetTopicResult extends TopicPolicies {
  /** The full name: `persistent://tenant/namespace/topic`. */
  readonly topic: string;
  /**
   * Number of partitions; 0 for a topic without partitions.
   * @integer
   */
  readonly partitions: number;
  /** Its properties. */
  readonly properties: Readonly<Record<string, string>>;
  /** Bytes that the topic holds, in all partitions. */
  readonly storageBytes: number;
  /** Messages (batches count once) that are not acknowledged, of all subscriptions together. */
  readonly backlog: number;
  /** Who writes. */
  readonly producers: readonly ConnectedClient[];
  /** Its subscriptions by name. */
  readonly subscriptions: Readonly<Record<string, TopicSubscription>>;
}

/** A subscription of a topic, all partitions together. */
export interface TopicSubscription {
  /** Messages (batches count once) that are not acknowledged. */
  readonly backlog: number;
  /** Who reads. */
  readonly consumers: readonly ConnectedClient[];
}

const fields = {
  topic: { required: true, check: checkTopicName },
  withPolicies: { default: true, check: trueOrFalse },
} as const satisfies Fields<GetTopicArgs>;

export const getTopic: LookupFunction = {
  token: "function-mesh:pulsar:getTopic",
  check: (inputs) => checkFields(fields, inputs).failures,
  async find(inputs, admin) {
    const topic = topicOf(requiredText(inputs, "topic"));
    const actual = await readTopic(
      admin,
      topic,
      inputs["withPolicies"] === false ? { ...wholeTopic, policies: [] } : wholeTopic,
    );
    const stats = actual === undefined ? undefined : await topicStats(admin, topic);
    if (actual === undefined || stats === undefined) throw absent(`Topic ${topic.full}`);
    const { storageBytes, publishers: producers, subscriptions } = stats;
    const { partitions, policies, properties = {} } = actual;
    const backlog = Object.values(subscriptions).reduce((total, each) => total + each.backlog, 0);
    const found: GetTopicResult = {
      ...policies,
      topic: topic.full,
      partitions,
      properties,
      storageBytes,
      backlog,
      producers,
      subscriptions,
    };
    return { ...found };
  },
};
