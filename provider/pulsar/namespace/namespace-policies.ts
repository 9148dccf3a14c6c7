import { type NamespacePolicies } from "../../model/namespace";
import { ownNamespacePolicies } from "./namespace-own-policies";
import { type NamespacePolicy } from "./namespace-policy";
import { sharedNamespacePolicies } from "./namespace-shared-policies";

/** Every policy of a namespace. A new one is a new member of NamespacePolicies and a row here. */
export const namespacePolicies: Readonly<Record<keyof NamespacePolicies, NamespacePolicy>> = {
  ...sharedNamespacePolicies,
  ...ownNamespacePolicies,
};

export const policyOf = (field: string): NamespacePolicy | undefined =>
  Object.entries(namespacePolicies).find(([known]) => known === field)?.[1];
