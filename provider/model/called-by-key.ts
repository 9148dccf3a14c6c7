import type { KeyedMember } from "./keyed-member";
import { foldedName } from "./names";
import type { PulsarHome } from "./topic-name";

/**
 * Keys of the members that are called after their keys in Pulumi and Kubernetes, because another one is called by their name.
 * Members of one name are fine in Pulsar where their clusters, tenants or namespaces differ. The name is kept by the one whose
 * key it is, else by the one in the mesh's own namespace, else by the first: never by where a member runs, or moving it would rename
 * it; and by the order only where nothing else tells, since a new one that comes first would rename one that runs.
 */
export function calledByKey(members: readonly KeyAndSpec[], home: PulsarHome): ReadonlySet<string> {
  const keepers = new Map<string, KeyAndSpec>();
  for (const member of members) {
    const name = foldedName(nameOf(member));
    const keeper = keepers.get(name);
    if (keeper === undefined || claimOf(member, home) < claimOf(keeper, home)) keepers.set(name, member);
  }
  return new Set(members.filter((member) => keepers.get(foldedName(nameOf(member))) !== member).map(({ key }) => key));
}

type KeyAndSpec = Pick<KeyedMember, "key" | "spec">;

/** The lower, the better. */
function claimOf(member: KeyAndSpec, home: PulsarHome): number {
  if (nameOf(member) === member.key) return 0;
  const { tenant = home.tenant, namespace = home.pulsarNamespace } = member.spec;
  return tenant === home.tenant && namespace === home.pulsarNamespace ? 1 : 2;
}

const nameOf = ({ key, spec }: KeyAndSpec): string => spec.name ?? key;
