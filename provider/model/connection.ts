import type { MemberPlan, MeshPlan, PlacePlan, PulsarClusterPlan } from "./plan";
import type { PulsarAuthSpec, PulsarTlsSpec } from "./pulsar-cluster";

/** How the pods of a member reach Pulsar from a place. */
export interface Connection {
  readonly clusterName: string;
  readonly serviceUrl: string;
  /** Where instances are to have an admin client. */
  readonly webServiceUrl?: string;
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
    ...(cluster?.spec.webServiceUrl === undefined ? {} : { webServiceUrl: cluster.spec.webServiceUrl }),
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/**
 * How the pods of a member reach the packages of its Pulsar cluster, or of the other one that they come from. The member's own
 * credential is one for its own cluster.
 */
export function packageConnectionOf(plan: MeshPlan, member: MemberPlan, place: PlacePlan): Connection {
  const key = member.package?.pulsarCluster ?? place.pulsarCluster;
  const cluster = plan.pulsarClusters.find((each) => each.key === key);
  const webServiceUrl = cluster?.spec.webServiceUrl ?? cluster?.spec.adminUrl ?? "";
  if (key === place.pulsarCluster) return { ...connectionOf(plan, member, place), webServiceUrl };
  const auth = cluster?.spec.instanceAuth ?? cluster?.spec.auth;
  const tls = cluster?.spec.instanceTls ?? cluster?.spec.tls;
  return {
    clusterName: cluster?.clusterName ?? key,
    serviceUrl: cluster?.spec.serviceUrl ?? "",
    webServiceUrl,
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/** The credential of a member: its own, else that of members of the cluster, else Pulumi's (FM061). */
export const instanceAuthOf = (
  member: MemberPlan,
  cluster: PulsarClusterPlan | undefined,
): PulsarAuthSpec | undefined => member.spec.instanceAuth ?? cluster?.spec.instanceAuth ?? cluster?.spec.auth;

/**
 * The members that get Pulumi's own credential, since neither they nor their cluster state one for members; and those whose
 * packages come from the cluster, for which they have no credential of their own.
 */
export const administratorsHeirs = ({ members }: MeshPlan, { key, spec }: PulsarClusterPlan): readonly MemberPlan[] =>
  spec.instanceAuth === undefined
    ? members.filter((member) => runsAgainst(member, key) || downloadsFrom(member, key))
    : [];

const runsAgainst = ({ spec, places }: MemberPlan, key: string): boolean =>
  spec.instanceAuth === undefined && places.some(({ pulsarCluster }) => pulsarCluster === key);

/** From the web nobody needs a credential of Pulsar's. */
const downloadsFrom = ({ package: code, places }: MemberPlan, key: string): boolean =>
  code?.pulsarCluster === key &&
  !/^https?:/.test(code.location) &&
  places.some(({ pulsarCluster }) => pulsarCluster !== key);

/** True when a URL of Pulsar's binary protocol asks for TLS. */
export const isTlsUrl = (serviceUrl: string): boolean => serviceUrl.startsWith("pulsar+ssl://");
