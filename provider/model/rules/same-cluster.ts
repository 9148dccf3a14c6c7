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
    "Two entries of `pulsar` that are one cluster, by `clusterName` or by a host of `adminUrl` (with its scheme and port), would both own the same topics and undo each other's work.",
  check: ({ plan }) => {
    const told = new Set<string>();
    return repeatedEntries(plan.pulsarClusters).flatMap((repeated) => {
      const pair = pairOf(repeated.cluster.key, repeated.other.key);
      if (told.has(pair)) return [];
      told.add(pair);
      return [findingOf(repeated)];
    });
  },
};

type Field = "clusterName" | "adminUrl";

/** Two entries that are one cluster. */
interface Repeated {
  readonly field: Field;
  readonly value: string;
  readonly cluster: PulsarClusterPlan;
  readonly other: PulsarClusterPlan;
}

const repeatedEntries = (clusters: readonly PulsarClusterPlan[]): readonly Repeated[] => [
  ...repeated(clusters, "clusterName", ({ clusterName }) => [clusterName]),
  ...repeated(clusters, "adminUrl", ({ spec }) => adminHosts(spec.adminUrl)),
];

const pairOf = (...keys: readonly [string, string]): string => JSON.stringify([...keys].sort());

/** Tells of two keys of `pulsar` whether their entries are one cluster, between which nothing has to be replicated. */
export function areOneCluster(clusters: readonly PulsarClusterPlan[]): (...keys: readonly [string, string]) => boolean {
  const pairs = new Set(repeatedEntries(clusters).map(({ cluster, other }) => pairOf(cluster.key, other.key)));
  return (...keys) => pairs.has(pairOf(...keys));
}

function repeated(
  clusters: readonly PulsarClusterPlan[],
  field: Field,
  valuesOf: (cluster: PulsarClusterPlan) => readonly string[],
): readonly Repeated[] {
  const seen = new Map<string, PulsarClusterPlan>();
  return clusters.flatMap((cluster): readonly Repeated[] => {
    const values = valuesOf(cluster).filter(isKnown);
    const same = values.find((value) => seen.has(value));
    const other = same === undefined ? undefined : seen.get(same);
    for (const value of values) seen.set(value, cluster);
    return other === undefined || same === undefined ? [] : [{ field, value: same, cluster, other }];
  });
}

/** At the entry that states the field: by default the key is the name. */
function findingOf({ field, value, cluster, other }: Repeated): Finding {
  const [at, also] = cluster.spec[field] === undefined ? [other, cluster] : [cluster, other];
  return {
    path: argumentPath("pulsar", at.key, field),
    message: `"${value}" is also that of ${argumentPath("pulsar", also.key)}`,
    help: "state each Pulsar cluster once, and use its key everywhere",
  };
}

/** The hosts of an admin URL, which may name several brokers of one cluster, in the form in which they can be compared. */
function adminHosts(adminUrl: string): readonly string[] {
  if (!isKnown(adminUrl)) return [];
  const [scheme = "", rest] = adminUrl.trim().split("://");
  if (rest === undefined || !/^https?$/i.test(scheme)) return [adminUrl];
  const slash = rest.indexOf("/");
  const path = (slash < 0 ? "" : rest.slice(slash)).replace(/\/+$/, "").replace(/\/admin(\/v[23])?$/, "");
  return (slash < 0 ? rest : rest.slice(0, slash)).split(",").map((host) => {
    const text = `${scheme}://${host.trim()}`;
    return (URL.canParse(text) ? new URL(text).origin : text.toLowerCase()) + path;
  });
}
