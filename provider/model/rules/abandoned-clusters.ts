import { argumentPath } from "../argument-path";
import { leftWorkloadText } from "../left-workload";
import { labelValue } from "../names";
import type { KubernetesClusterPlan, MeshPlan } from "../plan";
import type { Rule } from "./rule";

/** FM024 */
export const abandonedClusters: Rule = {
  code: "FM024",
  severity: "warning",
  inManifests: "warning",
  title: "Clusters that are left behind",
  description:
    "A Kubernetes cluster with `abandon: true` runs nothing of the mesh any more, and is not asked whether it still does. The warning lists what may still be there of the members that the program places there; of those that it had there until now, and moves or removes, a preview tells (`memberLeftBehind`).",
  check: ({ plan }) =>
    plan.kubernetesClusters.filter(({ spec }) => spec.abandon === true).map((cluster) => findingOf(plan, cluster)),
};

function findingOf(plan: MeshPlan, { key, kubernetesNamespace }: KubernetesClusterPlan) {
  const left = plan.members.flatMap(({ path, name, places }) =>
    places
      .filter(({ cluster }) => cluster === key)
      .map(({ objectName }) => {
        const workload = leftWorkloadText({ naming: plan.naming, kubernetesNamespace, objectName });
        return `${path || name} (${workload})`;
      }),
  );
  const label = `app.kubernetes.io/part-of=${labelValue(plan.name)}`;
  return {
    path: argumentPath("kubernetes", key, "abandon"),
    message: `leaves behind, unasked: ${left.length === 0 ? "what members had there until now; the program has none there" : left.join(", ")}`,
    help: `where the cluster comes back, delete it by hand: kubectl -n ${kubernetesNamespace} delete statefulsets,services,configmaps,secrets -l ${label}`,
  };
}
