import type { KeyedMember } from "./keyed-member";
import { foldedName } from "./names";

/**
 * Keys of the members that are called after their keys in Pulumi and Kubernetes, because another one is called by their name.
 * Members of one name are fine in Pulsar where their clusters, tenants or namespaces differ. The name is kept by the one whose
 * key it is, else by the first: never by where a member runs, or moving it would rename it.
 */
export function calledByKey(members: readonly KeyAndSpec[]): ReadonlySet<string> {
  const keepers = new Map<string, KeyAndSpec>();
  for (const member of members) {
    const name = foldedName(nameOf(member));
    const keeper = keepers.get(name);
    if (keeper === undefined || (isOwnName(member) && !isOwnName(keeper))) keepers.set(name, member);
  }
  return new Set(members.filter((member) => keepers.get(foldedName(nameOf(member))) !== member).map(({ key }) => key));
}

type KeyAndSpec = Pick<KeyedMember, "key" | "spec">;

const nameOf = ({ key, spec }: KeyAndSpec): string => spec.name ?? key;
const isOwnName = (member: KeyAndSpec): boolean => nameOf(member) === member.key;
