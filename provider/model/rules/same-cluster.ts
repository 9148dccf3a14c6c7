import { argumentPath } from "../argument-path";
import type { PulsarClusterPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM023 */
export const sameCluster: Rule = {
  code: "FM023",
  severity: "error",
  inManifests: "error",
  title: "Each Pulsar cluster has one entry",
  description:
    "Two entries of `pulsar` that are one cluster would both own the same topics and undo each other's work.",
  check: ({ plan }) => [
    ...repeated(plan.pulsarClusters, "clusterName", ({ clusterName }) => clusterName),
    ...repeated(plan.pulsarClusters, "adminUrl", ({ spec }) => spec.adminUrl),
  ],
};

function repeated(
  clusters: readonly PulsarClusterPlan[],
  field: "clusterName" | "adminUrl",
  valueOf: (cluster: PulsarClusterPlan) => string,
): readonly Finding[] {
  const seen = new Map<string, string>();
  return clusters.flatMap((cluster): readonly Finding[] => {
    const value = valueOf(cluster);
    if (!isKnown(value)) return [];
    const comparable = field === "adminUrl" ? value.toLowerCase().replace(/\/+$/, "") : value;
    const other = seen.get(comparable);
    seen.set(comparable, cluster.key);
    if (other === undefined) return [];
    const path = argumentPath("pulsar", cluster.key, field);
    return [
      {
        path,
        message: `"${value}" is also that of pulsar.${other}`,
        help: "state each Pulsar cluster once, and use its key everywhere",
      },
    ];
  });
}
