import { type NamespaceSpec } from "../model/namespace";
import { type Field } from "./field";
import { all, asSet, eachItem, notEmpty, pulsarName, trueOrFalse, wholeNumber } from "./field-checks";
import { checkRetention, decodeRetention, encodeRetention, normalRetention } from "./retention";

/** One policy of a namespace: how it is checked, where it stands in the namespace's body, and how it is set and unset alone. */
export interface NamespacePolicy extends Field {
  /** Its key in the body of the namespace's create and read. */
  readonly key: string;
  /** Its path below the namespace. */
  readonly path: string;
  readonly method: "POST" | "PUT";
  readonly unset: UnsetPolicy;
  /** Ours to Pulsar's. */
  readonly encode?: (value: unknown) => unknown;
  /** Pulsar's to ours; only called when the policy is set. */
  readonly decode?: (body: unknown) => unknown;
}

/** How a policy goes back to the broker's default: deleted at its path, or set to the local cluster alone. */
export type UnsetPolicy = "delete" | "localCluster";

const int32 = 2 ** 31 - 1;

/**
 * Each policy, in the order they are set: an order that every single step is allowed in. A new policy is a new field of
 * NamespaceSpec and a row here.
 */
export const namespacePolicies: Readonly<Record<keyof NamespaceSpec, NamespacePolicy>> = {
  replicationClusters: {
    key: "replication_clusters",
    path: "replication",
    method: "POST",
    unset: "localCluster",
    check: all(notEmpty, eachItem(pulsarName)),
    normal: asSet,
  },
  retention: {
    key: "retention_policies",
    path: "retention",
    method: "POST",
    unset: "delete",
    check: checkRetention,
    normal: normalRetention,
    encode: encodeRetention,
    decode: decodeRetention,
  },
  messageTtlSeconds: {
    key: "message_ttl_in_seconds",
    path: "messageTTL",
    method: "POST",
    unset: "delete",
    check: wholeNumber(0, int32),
  },
  deduplication: {
    key: "deduplicationEnabled",
    path: "deduplication",
    method: "POST",
    unset: "delete",
    check: trueOrFalse,
  },
};

export const encodePolicy = (policy: NamespacePolicy, value: unknown): unknown => policy.encode?.(value) ?? value;

/** `undefined` where the policy is not set. */
export function decodePolicy(policy: NamespacePolicy, body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  return policy.decode === undefined ? body : policy.decode(body);
}
