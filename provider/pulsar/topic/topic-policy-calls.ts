import { isDeepStrictEqual } from "node:util";
import { type AdminClient } from "../admin/client";
import { AdminError, unlessNotFound } from "../admin/error";
import { recordOf } from "../resource/decode";
import { normalOf } from "../resource/field";
import { decoded } from "../forms/policy-form";
import { type Properties } from "../resource/resource";
import { isSwitchedOff } from "./topic-policies-off";
import { type TopicPolicy, topicPolicyTable } from "./topic-policies";
import { type PulsarTopic, topicPath } from "./topic-path";

/** Names of the policies that the arguments declare. */
export const declaredPolicies = (inputs: Properties): readonly string[] =>
  Object.keys(topicPolicyTable).filter((name) => inputs[name] !== undefined);

/** An entry for each of the policies, `undefined` where it is not set. There is no call that reads all of them. */
export async function readPolicies(
  admin: AdminClient,
  topic: PulsarTopic,
  names: readonly string[],
): Promise<Properties> {
  const entries = names.map(async (name) => [name, await readPolicy(admin, topic, name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function readPolicy(admin: AdminClient, topic: PulsarTopic, name: string): Promise<unknown> {
  const policy = policyOf(name);
  const path = topicPath(topic, policy.readPath ?? policy.path);
  const purpose = `read ${name} of topic ${topic.full}`;
  try {
    const response = await unlessNotFound(admin.send({ method: "GET", path, purpose }));
    return decoded(policy, response?.json());
  } catch (error) {
    if (isSwitchedOff(error)) return undefined;
    throw error;
  }
}

function policyOf(name: string): TopicPolicy {
  const policy = topicPolicyTable[name];
  if (policy === undefined) throw new Error(`${name} is not a policy of a topic.`);
  return policy;
}

/** Policies to set, from `wanted`, or to give back where that says nothing. */
export interface PolicyChanges {
  readonly names: readonly string[];
  readonly wanted: Properties;
  readonly before: Properties;
}

/**
 * Writes one policy after another: the broker may lose one of two that are written to a topic at once. Retention has to exceed
 * the backlog quotas after each single step, so that the order depends on the values: what is refused for that waits until
 * the others are written.
 */
export async function writePolicies(admin: AdminClient, topic: PulsarTopic, changes: PolicyChanges): Promise<void> {
  const { wanted } = changes;
  const dropped = changes.names.filter((name) => wanted[name] === undefined);
  let pending = [...dropped, ...changes.names.filter((name) => wanted[name] !== undefined)];
  while (pending.length > 0) {
    const refused: string[] = [];
    let reason: AdminError | undefined;
    for (const name of pending) {
      try {
        await writePolicy(admin, topic, { name, ...changes });
      } catch (error) {
        if (!isAgainstQuota(error)) throw withHelp(error, name);
        reason ??= error;
        refused.push(name);
      }
    }
    if (reason !== undefined && refused.length === pending.length) throw withQuotaHelp(reason);
    pending = refused;
  }
}

interface PolicyChange extends Pick<PolicyChanges, "wanted" | "before"> {
  readonly name: string;
}

async function writePolicy(
  admin: AdminClient,
  topic: PulsarTopic,
  { name, wanted, before }: PolicyChange,
): Promise<void> {
  const policy = policyOf(name);
  const value = wanted[name];
  const writes = value === undefined ? policy.unset(before[name]) : policy.set(value, before[name]);
  const purpose = `${value === undefined ? "unset" : "set"} ${name} of topic ${topic.full}`;
  for (const write of writes) await admin.send({ ...write, path: topicPath(topic, policy.path), purpose });
}

const isAgainstQuota = (error: unknown): error is AdminError =>
  error instanceof AdminError && error.status === 412 && /retention quota/i.test(error.reason);

function withQuotaHelp({ facts }: AdminError): AdminError {
  const help =
    "A topic's retention has to exceed both backlog quotas, and where the topic states none the namespace's or the broker's holds, " +
    "which is 10 GiB by default: state both kinds of backlogQuota, smaller than retention, or a larger retention.";
  return new AdminError({ ...facts, sentence: `${facts.sentence} ${help}` });
}

function withHelp(error: unknown, name: string): unknown {
  if (!isSwitchedOff(error)) return error;
  const help = `Leave ${name} out on such a broker, and set it for the namespace.`;
  return new AdminError({ ...error.facts, sentence: `${error.facts.sentence} ${help}` });
}

/** The policies with those kinds of quota only that `owner` declares: each kind is owned by itself. */
export function ownedPolicies(policies: Properties, owner: Properties): Properties {
  const declared = recordOf(owner["backlogQuota"]);
  const kinds = Object.entries(recordOf(policies["backlogQuota"])).filter(([kind]) => declared[kind] !== undefined);
  if (policies["backlogQuota"] === undefined) return policies;
  return { ...policies, backlogQuota: kinds.length === 0 ? undefined : Object.fromEntries(kinds) };
}

/** Policies that were to be given back and still have a value. */
export const stillSet = (names: readonly string[], actual: Properties): readonly string[] =>
  names.filter((name) => !isUnset(name, actual[name])).map((name) => `${name} (unset)`);

/** True for what Pulsar shows of a policy that is not set. */
export const isUnset = (name: string, value: unknown): boolean =>
  value === undefined || isDeepStrictEqual(value, topicPolicyTable[name]?.unsetValue);

/** Policies among `names` that are not as wanted. */
export const differingPolicies = (
  names: readonly string[],
  wanted: Properties,
  actual: Properties,
): readonly string[] =>
  names.filter((name) => {
    const policy = policyOf(name);
    return wanted[name] === undefined
      ? !isUnset(name, actual[name])
      : !isDeepStrictEqual(normalOf(policy, wanted[name]), normalOf(policy, actual[name]));
  });
