import type { Change } from "./change";
import type { MemberFacts } from "./member-facts";
import type { MeshFacts } from "./mesh-facts";
import { paired } from "./paired";
import type { ResourceFacts } from "./resource-facts";
import { isHash } from "./settled";
import { isUnknown } from "../unknown";

export interface SameClusters {
  readonly changes: readonly Change[];
  /** The earlier mesh, by the keys of the later one. */
  readonly before: MeshFacts;
}

/** Pulsar clusters that have another key, and are the same by their own name. */
export function sameClusters(before: MeshFacts, after: MeshFacts): SameClusters {
  const { removed, added } = paired(before.pulsarClusters, after.pulsarClusters, ({ name }) => name);
  const renamed = removed.flatMap((old) => {
    const name = ownName(old);
    const now = name === undefined ? undefined : added.find((each) => ownName(each) === name);
    return name === undefined || now === undefined ? [] : [{ old, now, name }];
  });
  if (renamed.length === 0) return { changes: [], before };
  const keys = new Map(renamed.map(({ old, now }) => [old.name, now.name]));
  return {
    changes: renamed.flatMap(({ old, now, name }) => keyChanges(now, [old.name, name])),
    before: withKeys(before, after, keys),
  };
}

/** By the key alone nothing in Pulsar is another one: by the name of its provider in the state it is. */
function keyChanges({ path, name: key }: ResourceFacts, [oldKey, name]: readonly [string, string]): readonly Change[] {
  const about = { kind: "pulsarClusterChanged", path } as const;
  const state = `the provider of Pulsar cluster ${oldKey} in the state is to be renamed before the update (docs/guides/replication.md, "Another key")`;
  return [
    {
      ...about,
      text: `Pulsar cluster ${oldKey} has the key ${key} from now on (clusterName: ${name})`,
      effect: "none",
    },
    {
      ...about,
      text: `${state}: else what the mesh has in Pulsar is made once more, and a tenant of its own stops the update`,
      effect: "replace",
    },
  ];
}

/** What Pulsar calls it; undefined where nobody can see that. */
function ownName({ name, fields }: ResourceFacts): string | undefined {
  const stated = fields["clusterName"] ?? name;
  return typeof stated !== "string" || isHash(stated) || isUnknown(stated) ? undefined : stated;
}

function withKeys(before: MeshFacts, after: MeshFacts, keys: ReadonlyMap<string, string>): MeshFacts {
  const renamed = (all: readonly string[]): readonly string[] => all.map((key) => keys.get(key) ?? key);
  const ofResource = <Facts extends ResourceFacts>(facts: Facts): Facts =>
    facts.pulsarClusters === undefined ? facts : { ...facts, pulsarClusters: renamed(facts.pulsarClusters) };
  return {
    ...before,
    pulsarClusters: before.pulsarClusters.map((cluster) => {
      const key = keys.get(cluster.name);
      const now = after.pulsarClusters.find(({ name }) => name === key);
      return now === undefined ? cluster : withNameOf(cluster, now);
    }),
    tenants: before.tenants.map(ofResource),
    namespaces: before.namespaces.map(ofResource),
    topics: before.topics.map(ofResource),
    members: before.members.map((member): MemberFacts => {
      const { packagesFrom, activePulsarClusters } = member;
      return {
        ...member,
        pulsarClusters: renamed(member.pulsarClusters),
        ...(activePulsarClusters === undefined ? {} : { activePulsarClusters: renamed(activePulsarClusters) }),
        ...(packagesFrom === undefined ? {} : { packagesFrom: keys.get(packagesFrom) ?? packagesFrom }),
      };
    }),
  };
}

/** A name that is stated is no other than the key that was one. */
function withNameOf(
  { fields, ...cluster }: ResourceFacts,
  { name, path, fields: others }: ResourceFacts,
): ResourceFacts {
  const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== "clusterName"));
  const clusterName = others["clusterName"];
  return { ...cluster, name, path, fields: clusterName === undefined ? rest : { ...rest, clusterName } };
}
