import { type PolicyForm } from "../forms/policy-form";

/** One policy of a namespace: its value, where it stands in the namespace's body, and how it is set and unset alone. */
export interface NamespacePolicy extends PolicyForm {
  /** Its path below the namespace. */
  readonly path: string;
  readonly method: "POST" | "PUT";
  readonly unset: UnsetPolicy;
  /** Where it stands in the body of the namespace's create and read; without it the broker only tells it at its own path. */
  readonly key?: string;
  /** Where older brokers keep it in that body. */
  readonly formerKey?: string;
  /** In that body it is a map of clusters, of which the local one's is meant. */
  readonly perCluster?: true;
  /** What the broker shows where nothing is set, when that is a value like others. */
  readonly initial?: unknown;
  /** The broker looks only at the policy's own path whether what it names exists. */
  readonly isCheckedAlone?: true;
}

/**
 * How a policy goes back to the broker's default: deleted at its path or at another one, set to the value that stands for
 * nothing, or set to the clusters that the broker takes where nothing is set.
 */
export type UnsetPolicy =
  "DELETE" | { readonly delete: string } | { readonly send: unknown } | "localCluster" | "replicationClusters";
