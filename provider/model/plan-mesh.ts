import { findTopics } from "./found-topics";
import type { ManifestOrigin } from "./manifest-origin";
import type { MeshSpec } from "./mesh";
import { meshHome } from "./mesh-home";
import type { MeshPlan } from "./plan";
import { planClusters } from "./plan-clusters";
import { planMembers, type PlanContext } from "./plan-members";
import { planNamespaces } from "./plan-namespaces";
import { planTopics } from "./plan-topics";
import type { Problem } from "./problem";
import { planReplications } from "./replication/plan-replications";
import { planRegistrations } from "./replication/registrations";
import { replicateSubscriptions } from "./replication/replicated-subscriptions";
import { checkMesh } from "./rules";
import { ownEachSubscriptionOnce } from "./shared-subscriptions";
import { withSubscriptionEnds } from "./subscription-ends";

export interface PlannedMesh {
  readonly plan: MeshPlan;
  /** Everything wrong with the mesh. With an error among them, the plan is not to be used. */
  readonly problems: readonly Problem[];
}

/** The arguments whose values other resources compute, by path. */
type Computed = ReadonlySet<string>;

/** Works a mesh out and checks it. It never throws on a bad mesh: what cannot be worked out is left out and is a problem. */
export const planMesh = (name: string, spec: MeshSpec, computed: Computed = new Set()): PlannedMesh =>
  plan(name, spec, { single: false, computed });

/** The same for a mesh of one, whose arguments stand at the top and whose member has the mesh's own name. */
export const planMeshOfOne = (name: string, spec: MeshSpec, computed: Computed = new Set()): PlannedMesh =>
  plan(name, spec, { single: true, computed });

/** The same for components of operator manifests, with what they have beyond arguments by key. */
export const planMeshOfManifests = (
  name: string,
  spec: MeshSpec,
  origins: ReadonlyMap<string, ManifestOrigin>,
): PlannedMesh => plan(name, spec, { single: false, origins });

function plan(name: string, spec: MeshSpec, how: Pick<PlanContext, "single" | "origins" | "computed">): PlannedMesh {
  const clusters = planClusters(name, spec);
  const home = meshHome(spec);
  const context: PlanContext = { mesh: name, spec, clusters, home, ...how };
  const stated = planMembers(context);
  const replications = planReplications(context, stated);
  const topics = planTopics(context, stated, replications);
  const reading = replicateSubscriptions(findTopics(stated, topics, home), topics);
  const members = withSubscriptionEnds(reading, topics);
  const namespaces = planNamespaces(context, { members, topics, replications });
  const { pulsarClusters, kubernetesClusters } = clusters;
  const worked: MeshPlan = {
    name,
    naming: spec.naming ?? "stable",
    ordering: spec.ordering ?? "parallel",
    pulsarClusters,
    kubernetesClusters,
    ...namespaces,
    replications,
    registrations: planRegistrations(context, { ...namespaces, topics }),
    topics,
    members,
  };
  // The rules see every subscription with everyone who reads by it; only the resources are cut down to one owner.
  const problems = checkMesh({ ...context, plan: worked });
  return { plan: { ...worked, members: ownEachSubscriptionOnce(members) }, problems };
}
