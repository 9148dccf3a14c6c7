import { argumentPath } from "./argument-path";
import { calledByKey } from "./called-by-key";
import { resolveConnector } from "./connector";
import { membersOf, type KeyedMember, type MemberSpecOfKind } from "./keyed-member";
import type { ManifestOrigin } from "./manifest-origin";
import type { PlacementSpec } from "./member";
import type { MeshSpec } from "./mesh";
import { childName } from "./names";
import { objectNames } from "./object-names";
import type { MemberPlan, PlacePlan } from "./plan";
import type { SubscriptionPlan } from "./plan-pulsar";
import type { ClusterPlans } from "./plan-clusters";
import { planCode } from "./plan-code";
import { podWithDefaults } from "./pod-defaults";
import type { PodSpec } from "./pod-spec";
import { planUses, type MemberUses } from "./plan-member-uses";
import { pulsarClustersOf } from "./pulsar-clusters-of";
import { readsTopics } from "./reads-topics";
import { runtimeDefaults } from "./runtime-defaults";
import type { PulsarHome } from "./topic-name";
import { topicUseLabel } from "./topic-label";

/** What the parts of a plan are worked out from. */
export interface PlanContext {
  readonly mesh: string;
  readonly spec: MeshSpec;
  readonly clusters: ClusterPlans;
  /** The tenant and namespace of the mesh's defaults. */
  readonly home: PulsarHome;
  /** True for a mesh of one, whose member carries the mesh's own name and whose arguments stand at the top. */
  readonly single: boolean;
  /** Where members come from that are components of operator manifests, by key. */
  readonly origins?: ReadonlyMap<string, ManifestOrigin>;
  /** The arguments whose values other resources compute, by path, as far as something follows from that. */
  readonly computed?: ReadonlySet<string>;
}

export function planMembers(context: PlanContext): readonly MemberPlan[] {
  const members = membersOf(context.spec);
  const shared = {
    pod: podWithDefaults(undefined, context.spec.defaults?.pod),
    calledByKey: calledByKey(members, context.home),
  };
  return members.map((member) => planOne(context, context.single ? { ...member, path: "" } : member, shared));
}

/** The tenant and namespace of a member. */
export const homeOf = ({ spec }: MemberSpecOfKind, home: PulsarHome): PulsarHome => ({
  tenant: spec.tenant ?? home.tenant,
  pulsarNamespace: spec.namespace ?? home.pulsarNamespace,
});

/** The places a member asks for, known or not. */
export const statedPlaces = (
  { spec }: MemberSpecOfKind,
  defaultCluster: string | undefined,
): readonly PlacementSpec[] => {
  if (spec.placement !== undefined) return spec.placement;
  const cluster = spec.cluster ?? defaultCluster;
  return cluster === undefined ? [] : [{ cluster }];
};

/** What is worked out for all members together. */
interface SharedPlan {
  /** What the pods of a member are that states nothing of them, which most do not. */
  readonly pod: PodSpec;
  readonly calledByKey: ReadonlySet<string>;
}

function planOne(context: PlanContext, member: KeyedMember, shared: SharedPlan): MemberPlan {
  const { spec, home, clusters } = context;
  const name = member.spec.name ?? member.key;
  const origin = context.origins?.get(member.key);
  // Components of different kinds may have one name.
  const called = shared.calledByKey.has(member.key) ? member.key : name;
  const ownChild = childName(context.mesh, origin === undefined ? called : `${origin.componentName}-${member.kind}`);
  const child = context.single ? context.mesh : ownChild;
  const memberHome = homeOf(member, home);
  const uses = planUses(member, { name, ...memberHome }, context.computed);
  const places = planPlaces(member, clusters, (index, cluster) => {
    const childOfPlace = index === 0 ? child : childName(child, cluster);
    return { childName: childOfPlace, ...objectNames(childOfPlace, member.kind, origin) };
  });
  const subscription =
    member.kind === "source" || !readsTopics(member)
      ? undefined
      : (member.spec.subscriptionName ?? `${memberHome.tenant}/${memberHome.pulsarNamespace}/${name}`);
  const runtime = runtimeOf(member);
  const pullPolicy = member.spec.imagePullPolicy ?? spec.defaults?.imagePullPolicy;
  const base = {
    key: member.key,
    name,
    childName: child,
    path: member.path,
    ...memberHome,
    ...uses,
    found: [],
    ...(subscription === undefined ? {} : { subscription }),
    subscriptions: planSubscriptions(member, { child, uses, places, home }, subscription),
    places,
    image: member.spec.image ?? spec.defaults?.images?.[runtime] ?? runtimeDefaults[runtime].image,
    ...(pullPolicy === undefined ? {} : { imagePullPolicy: pullPolicy }),
    rollout: { ...spec.defaults?.rollout, ...member.spec.rollout },
    pod: member.spec.pod === undefined ? shared.pod : podWithDefaults(member.spec.pod, spec.defaults?.pod),
    sharedEnv: spec.defaults?.env ?? {},
    ...planCode(member, spec),
    ...(origin === undefined ? {} : { origin }),
    resources: member.spec.resources ?? spec.defaults?.resources ?? runtimeDefaults[runtime].resources,
  };
  // The spreads stand last: V8 gives each object that begins with one a hidden class of its own, and every rule is slower by it.
  if (member.kind === "function") return { kind: member.kind, runtime, spec: member.spec, ...base };
  const connector = resolveConnector(member.spec, spec);
  const carrier = { runtime: "java" as const, ...(connector === undefined ? {} : { connector }), ...base };
  return member.kind === "source"
    ? { kind: member.kind, spec: member.spec, ...carrier }
    : { kind: member.kind, spec: member.spec, ...carrier };
}

/** The first runtime that is stated; that it is the only one is FM071's. */
function runtimeOf(member: KeyedMember): MemberPlan["runtime"] {
  if (member.kind !== "function") return "java";
  const { java, python, golang, genericRuntime } = member.spec;
  if (java !== undefined) return "java";
  if (python !== undefined) return "python";
  if (golang !== undefined) return "golang";
  return genericRuntime === undefined ? "java" : "generic";
}

/** The places that exist; the others are FM002's. */
function planPlaces(
  member: KeyedMember,
  clusters: ClusterPlans,
  namesOf: (index: number, cluster: string) => Pick<PlacePlan, "childName" | "objectName" | "serviceName">,
): readonly PlacePlan[] {
  const places = statedPlaces(member, clusters.defaultKubernetes).flatMap(({ cluster, standby }) => {
    const kubernetes = clusters.kubernetesClusters.find(({ key }) => key === cluster);
    const pulsarCluster = member.spec.pulsarCluster ?? kubernetes?.pulsarCluster;
    if (kubernetes === undefined || !clusters.pulsarClusters.some(({ key }) => key === pulsarCluster)) return [];
    return [{ kubernetes, pulsarCluster: pulsarCluster ?? "", standby: standby === true }];
  });
  return places.map(({ kubernetes, pulsarCluster, standby }, index) => ({
    cluster: kubernetes.key,
    pulsarCluster,
    kubernetesNamespace: kubernetes.kubernetesNamespace,
    ...namesOf(index, kubernetes.key),
    standby,
    ...(kubernetes.spec.abandon === true ? { abandoned: true as const } : {}),
  }));
}

interface SubscriptionBasis {
  readonly child: string;
  readonly uses: MemberUses;
  readonly places: readonly PlacePlan[];
  readonly home: PulsarHome;
}

function planSubscriptions(
  member: KeyedMember,
  basis: SubscriptionBasis,
  subscription: string | undefined,
): readonly SubscriptionPlan[] {
  if (member.kind === "source" || subscription === undefined) return [];
  const position = member.spec.subscriptionPosition ?? "earliest";
  return pulsarClustersOf(basis).flatMap((pulsarCluster, index) =>
    basis.uses.reads
      .filter((use) => use.persistent)
      .map((use) => ({
        childName: childName(basis.child, topicUseLabel(use, basis.home), index === 0 ? "" : pulsarCluster),
        pulsarCluster,
        topic: use.name,
        subscription,
        position,
        onDelete: member.spec.cleanupSubscription === false ? "retain" : "force",
      })),
  );
}

/** Where a member's name stands in the arguments. */
export const namePath = (member: MemberPlan): string =>
  member.spec.name === undefined ? member.path : argumentPath(member.path, "name");
