import type { MemberPlan, MeshPlan, PlacePlan, PulsarClusterPlan } from "./plan";
import type { PulsarAuthSpec, PulsarTlsSpec } from "./pulsar-cluster";

/** How the pods of a member reach Pulsar from a place. */
export interface Connection {
  readonly clusterName: string;
  readonly serviceUrl: string;
  readonly auth?: PulsarAuthSpec;
  readonly tls?: PulsarTlsSpec;
}

export function connectionOf(plan: MeshPlan, member: MemberPlan, place: PlacePlan): Connection {
  const cluster = plan.pulsarClusters.find(({ key }) => key === place.pulsarCluster);
  const auth = instanceAuthOf(member, cluster);
  const tls = member.spec.instanceTls ?? cluster?.spec.instanceTls ?? cluster?.spec.tls;
  return {
    clusterName: cluster?.clusterName ?? place.pulsarCluster,
    serviceUrl: cluster?.spec.serviceUrl ?? "",
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/** The credential of a member: its own, else that of members of the cluster, else Pulumi's (FM061). */
export const instanceAuthOf = (
  member: MemberPlan,
  cluster: PulsarClusterPlan | undefined,
): PulsarAuthSpec | undefined => member.spec.instanceAuth ?? cluster?.spec.instanceAuth ?? cluster?.spec.auth;

/** True when a URL of Pulsar's binary protocol asks for TLS. */
export const isTlsUrl = (serviceUrl: string): boolean => serviceUrl.startsWith("pulsar+ssl://");
