import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { recordOf, textRecordOf } from "../resource/decode";
import { stampKey } from "../resource/ownership";
import { type Properties } from "../resource/resource";
import { checkSubscription, ownPrefix } from "./subscription-args";
import { pathOf, type SubscriptionName } from "./subscription-name";
import { subscriptionProperties } from "./subscription-properties";

/** Marks a subscription that was made and is not yet where it is to start. */
export const movingKey = `${ownPrefix}moving`;

/** What of a subscription can be read. */
export interface ActualSubscription {
  /** Without our marks. */
  readonly properties: Readonly<Record<string, string>>;
  readonly stamp: string | undefined;
  /** Not yet where it is to start: its create was cut off, or went wrong. */
  readonly isMoving: boolean;
  /** `undefined` where it was not asked for, or partitions differ in it. */
  readonly replicated: boolean | undefined;
}

export async function readSubscription(
  admin: AdminClient,
  name: SubscriptionName,
  withReplicated: boolean,
): Promise<ActualSubscription | undefined> {
  const [properties, replicated] = await Promise.all([
    subscriptionProperties(admin, name.topic, name.subscription),
    withReplicated ? readReplicated(admin, name) : undefined,
  ]);
  if (properties === undefined) return undefined;
  const others = Object.entries(properties).filter(([key]) => !key.startsWith(ownPrefix));
  return {
    properties: Object.fromEntries(others),
    stamp: properties[stampKey],
    isMoving: movingKey in properties,
    replicated,
  };
}

/** The broker answers for each partition. */
async function readReplicated(admin: AdminClient, name: SubscriptionName): Promise<boolean | undefined> {
  const path = pathOf(name, "replicatedSubscriptionStatus");
  const response = await unlessNotFound(
    admin.send({ method: "GET", path, purpose: `read replicated of ${name.text}` }),
  );
  const [first, ...others] = [...new Set(Object.values(recordOf(response?.json())))];
  return others.length === 0 && typeof first === "boolean" ? first : undefined;
}

export const asksForReplicated = (inputs: Properties): boolean => inputs["replicated"] !== undefined;

export const outputsOf = (inputs: Properties, stamp: unknown): Properties => ({ ...inputs, stamp });

/** In our words, with those properties only that are declared: others are not ours. */
export function actualSubscriptionFields(actual: ActualSubscription, declared: Properties): Properties {
  const wanted = textRecordOf(declared["properties"]);
  const owned = Object.entries(actual.properties).filter(([key]) => key in wanted);
  return {
    properties: Object.fromEntries(owned),
    ...(asksForReplicated(declared) ? { replicated: actual.replicated } : {}),
  };
}

/** An import declares what can be read, and not what a subscription is anyway. */
export function importedSubscription(
  { topic, subscription }: SubscriptionName,
  actual: ActualSubscription,
): Properties {
  const hasProperties = Object.keys(actual.properties).length > 0;
  return checkSubscription({
    topic: topic.full,
    subscription,
    ...(hasProperties ? { properties: actual.properties } : {}),
    ...(actual.replicated === true ? { replicated: true } : {}),
  }).inputs;
}
