import { argumentPath } from "./argument-path";
import { childName } from "./names";
import type { MeshSpec } from "./mesh";
import type { MemberPlan, Replications } from "./plan";
import type { NamespacePlan, OthersPlan, RequiredPlan, TenantPlan, TopicPlan } from "./plan-pulsar";
import type { PlanContext } from "./plan-members";
import { namespaceSettings, tenantSettings } from "./mesh-namespace";
import { pulsarClustersOf } from "./pulsar-clusters-of";
import { readInputs } from "./reads-topics";
import { namespaceClusters, tenantClusters } from "./replication/derived-clusters";
import { isOwnedNamespace, isOwnedTenant } from "./replication/replications";
import { sortedEntries } from "./sorted-entries";
import { topicKeys } from "./topic-keys";
import { type PulsarHome, readFullName } from "./topic-name";
import { isKnown } from "./unknown";
import { writtenTopics } from "./written-topics";

export interface NamespacePlans {
  readonly tenants: readonly TenantPlan[];
  readonly namespaces: readonly NamespacePlan[];
  readonly required: readonly RequiredPlan[];
  readonly others: readonly OthersPlan[];
}

/** Where a namespace is used, and by which argument. */
interface NamespaceUse {
  readonly pulsarCluster: string;
  readonly tenant: string;
  readonly pulsarNamespace: string;
  readonly path: string;
}

/** What is planned before the namespaces. */
export interface NamespaceUsers {
  readonly members: readonly MemberPlan[];
  readonly topics: readonly TopicPlan[];
  readonly replications: Replications;
}

/** Tenants and namespaces in each Pulsar cluster that uses them: those the mesh owns, and those that must exist. */
export function planNamespaces(context: PlanContext, users: NamespaceUsers): NamespacePlans {
  const { replications } = users;
  const uses = namespaceUses(context, users);
  const usedIn = clusterLookup(context, uses);
  const tenants = sortedEntries(context.spec.tenants)
    .filter(([tenant]) => isOwnedTenant(context.spec, tenant))
    .flatMap(([tenant, stated]) =>
      inEach(usedIn(tenant), childName(context.mesh, tenant)).map((place) => {
        const derived = tenantClusters(context, replications, { tenant, ...place });
        return { ...place, ...foundClusters(derived), tenant, spec: { ...tenantSettings(stated), ...derived } };
      }),
    );
  const namespaces = ownedNamespaces(context, usedIn, replications);
  const others = ofOthers(context, users.topics);
  return { tenants, namespaces, required: requirements(context, uses, replications), others };
}

function ownedNamespaces(
  context: PlanContext,
  usedIn: (name: string) => readonly string[],
  replications: Replications,
): readonly NamespacePlan[] {
  return sortedEntries(context.spec.namespaces).flatMap(([name, stated]) => {
    const [tenant = "", pulsarNamespace = "", ...rest] = name.split("/");
    if (pulsarNamespace === "" || rest.length > 0 || !isOwnedNamespace(context.spec, name)) return [];
    const child = childName(context.mesh, tenant, pulsarNamespace);
    return inEach(usedIn(name), child).map((place) => {
      const derived = namespaceClusters(context, replications, { name, ...place });
      const spec = { ...namespaceSettings(stated), ...derived };
      return { ...place, ...foundClusters(derived), tenant, pulsarNamespace, spec };
    });
  });
}

/** What is stated as others', in every Pulsar cluster: the mesh may have had its own there until now, and used it by who is gone. */
function ofOthers({ spec, clusters }: PlanContext, topics: readonly TopicPlan[]): readonly OthersPlan[] {
  const keys = clusters.pulsarClusters.map(({ key }) => key);
  const everywhere = (kind: OthersPlan["kind"], names: Iterable<string>): readonly OthersPlan[] =>
    [...names].flatMap((name) => keys.map((pulsarCluster) => ({ kind, pulsarCluster, name })));
  const stated = (entries: MeshSpec["tenants"] | MeshSpec["namespaces"]): readonly string[] =>
    sortedEntries<{ readonly external?: boolean }>(entries)
      .filter(([, { external }]) => external === true)
      .map(([name]) => name);
  const ofOthers = topics.filter(({ owned, name }) => !owned && isKnown(name)).map(({ name }) => name);
  return [
    ...everywhere("tenant", stated(spec.tenants)),
    ...everywhere("namespace", stated(spec.namespaces)),
    ...everywhere("topic", new Set(ofOthers)),
  ];
}

/** Clusters that follow from the mesh are those it needs: others may need more. Those that are stated are all. */
const foundClusters = (derived: object): { readonly keepsFoundClusters?: true } =>
  Object.keys(derived).length > 0 ? { keepsFoundClusters: true } : {};

const inEach = (pulsarClusters: readonly string[], child: string) =>
  pulsarClusters.map((pulsarCluster, index) => ({
    childName: childName(child, index === 0 ? "" : pulsarCluster),
    pulsarCluster,
  }));

/** Which Pulsar clusters use a tenant or a namespace; the default one when nobody does. */
function clusterLookup(context: PlanContext, uses: readonly NamespaceUse[]): (name: string) => readonly string[] {
  const users = new Map<string, Set<string>>();
  const add = (name: string, pulsarCluster: string): void => {
    users.set(name, (users.get(name) ?? new Set()).add(pulsarCluster));
  };
  for (const { tenant, pulsarNamespace, pulsarCluster } of uses) {
    add(tenant, pulsarCluster);
    add(`${tenant}/${pulsarNamespace}`, pulsarCluster);
  }
  const { pulsarClusters, defaultPulsar } = context.clusters;
  return (name) => {
    const found = users.get(name);
    if (found !== undefined) return pulsarClusters.map(({ key }) => key).filter((key) => found.has(key));
    return defaultPulsar === undefined ? [] : [defaultPulsar];
  };
}

/** A namespace that many topics are in is one use of it, by the argument that is met first. */
function namespaceUses(context: PlanContext, { members, topics }: NamespaceUsers): readonly NamespaceUse[] {
  const uses = new Map<string, NamespaceUse>();
  const note = (pulsarClusters: readonly string[], { tenant, pulsarNamespace }: PulsarHome, path: string): void => {
    for (const pulsarCluster of pulsarClusters) {
      const id = `${pulsarCluster} ${tenant}/${pulsarNamespace}`;
      if (!uses.has(id)) uses.set(id, { pulsarCluster, tenant, pulsarNamespace, path });
    }
  };
  const paths = statedPaths(context);
  for (const member of members) {
    const clusters = pulsarClustersOf(member);
    for (const uses of [readInputs(member), writtenTopics(member)])
      for (const { name, path } of uses) {
        const home = readFullName(name);
        if (home !== undefined) note(clusters, home, path);
        if (!paths.has(name)) paths.set(name, path);
      }
    const path = homePath(context, member);
    if (path !== undefined) note(clusters, member, path);
  }
  for (const { name, pulsarCluster } of topics) {
    const home = readFullName(name);
    if (home !== undefined) note([pulsarCluster], home, paths.get(name) ?? argumentPath("topics", name));
  }
  const used = [...uses.values()];
  return [...used, ...unusedNamespaces(context, used)];
}

/** Where the entries of `topics` stand, by the names of the topics. */
const statedPaths = (context: PlanContext): Map<string, string> =>
  new Map([...topicKeys(context)].map(([name, key]) => [name, argumentPath("topics", key)]));

/** The argument that puts a member into its namespace; undefined for the built-in default, which need not exist. */
function homePath({ spec: { defaults } }: PlanContext, { spec, path }: MemberPlan): string | undefined {
  if (spec.namespace !== undefined) return argumentPath(path, "namespace");
  if (spec.tenant !== undefined) return argumentPath(path, "tenant");
  if (defaults?.namespace !== undefined) return "defaults.namespace";
  return defaults?.tenant === undefined ? undefined : "defaults.tenant";
}

/** An owned namespace that nobody uses is made in the default Pulsar cluster, and needs its tenant there. */
function unusedNamespaces(context: PlanContext, uses: readonly NamespaceUse[]): readonly NamespaceUse[] {
  const pulsarCluster = context.clusters.defaultPulsar;
  if (pulsarCluster === undefined) return [];
  const used = new Set(uses.map(({ tenant, pulsarNamespace }) => `${tenant}/${pulsarNamespace}`));
  return sortedEntries(context.spec.namespaces)
    .filter(([name]) => !used.has(name))
    .map(([name]) => {
      const [tenant = "", pulsarNamespace = ""] = name.split("/");
      return { pulsarCluster, tenant, pulsarNamespace, path: argumentPath("namespaces", name) };
    });
}

/** Namespaces, and tenants of owned namespaces, that the mesh does not own. */
function requirements(
  context: PlanContext,
  uses: readonly NamespaceUse[],
  replications: Replications,
): readonly RequiredPlan[] {
  const required = new Map<string, RequiredPlan>();
  const { spec } = context;
  for (const { pulsarCluster, tenant, pulsarNamespace, path } of uses) {
    const name = `${tenant}/${pulsarNamespace}`;
    const isOwned = isOwnedNamespace(spec, name);
    if (isOwned && isOwnedTenant(spec, tenant)) continue;
    const need: RequiredPlan = isOwned
      ? { kind: "tenant", pulsarCluster, name: tenant, path, clusters: replications.ofTenants.get(tenant) ?? [] }
      : { kind: "namespace", pulsarCluster, name, path, clusters: replications.clusters.get(name) ?? [] };
    const id = `${pulsarCluster} ${need.name}`;
    if (!required.has(id)) required.set(id, need);
  }
  return [...required.values()];
}
