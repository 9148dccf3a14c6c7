import { childName } from "../names";
import type { NamespacePlan, RegistrationPlan, TenantPlan, TopicPlan } from "../plan-pulsar";
import type { PlanContext } from "../plan-members";
import { isWhollyKnown } from "../unknown";
import { entriesNamed } from "./replications";

/** What the mesh owns in a Pulsar cluster and may name others by. */
export interface NamingOthers {
  readonly tenants: readonly TenantPlan[];
  readonly namespaces: readonly NamespacePlan[];
  readonly topics: readonly TopicPlan[];
}

/** The clusters that brokers have to know before anything of the mesh can name them, in the order of the keys. */
export function planRegistrations(
  { mesh, clusters: { pulsarClusters } }: PlanContext,
  owned: NamingOthers,
): readonly RegistrationPlan[] {
  if (pulsarClusters.length < 2) return [];
  return pulsarClusters.flatMap(({ key }) =>
    entriesNamed(pulsarClusters, namesIn(owned, key))
      .filter((peer) => peer.key !== key)
      .map((peer) => ({ childName: childName(mesh, key, "knows", peer.key), pulsarCluster: key, peer: peer.key })),
  );
}

function namesIn({ tenants, namespaces, topics }: NamingOthers, key: string): readonly string[] {
  const lists = [
    ...tenants.filter(here).map(({ spec }) => spec.allowedClusters),
    ...namespaces.filter(here).flatMap(({ spec }) => [spec.replicationClusters, spec.allowedClusters]),
    ...topics.filter(({ owned, ...topic }) => owned && here(topic)).map(({ spec }) => spec.replicationClusters),
  ];
  return lists.flatMap((names) => (names !== undefined && isWhollyKnown(names) ? names : []));

  function here({ pulsarCluster }: { readonly pulsarCluster: string }): boolean {
    return pulsarCluster === key;
  }
}
