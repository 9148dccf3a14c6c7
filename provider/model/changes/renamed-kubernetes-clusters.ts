import type { Change } from "./change";
import type { MemberFacts } from "./member-facts";
import type { MeshFacts } from "./mesh-facts";
import { paired } from "./paired";
import { clusterOfPlace, isStandbyText, placeText } from "./place-text";
import type { SameClusters } from "./renamed-clusters";
import type { ResourceFacts } from "./resource-facts";
import { isUnknown } from "../unknown";

/**
 * Kubernetes clusters that have another key and are the same: what the members have in them stays, under names that hold no key. A member
 * with several places has names with keys in the others, which it gets anew.
 */
export function sameKubernetesClusters(before: MeshFacts, after: MeshFacts): SameClusters {
  const { removed, added } = paired(before.kubernetesClusters, after.kubernetesClusters, ({ name }) => name);
  const renamed = removed.flatMap((old) => {
    const now = added.find((each) => isSame(old, each));
    return now === undefined || !isFirstPlace(before, old.name) || !isFirstPlace(after, now.name) ? [] : [{ old, now }];
  });
  if (renamed.length === 0) return { changes: [], before };
  const keys = new Map(renamed.map(({ old, now }) => [old.name, now.name]));
  return {
    changes: renamed.flatMap(({ old, now }) => keyChanges(old, now)),
    before: withKeys(before, renamed, keys),
  };
}

/** Only the `uid` tells: a kubeconfig is a secret, and another one may lead to the same cluster. */
const isSame = ({ fields: old }: ResourceFacts, { fields: now }: ResourceFacts): boolean =>
  old["uid"] !== undefined && !isUnknown(old["uid"]) && old["uid"] === now["uid"];

const isFirstPlace = ({ members }: MeshFacts, key: string): boolean =>
  members.every(({ places }) => places.slice(1).every((place) => clusterOfPlace(place) !== key));

function keyChanges(old: ResourceFacts, now: ResourceFacts): readonly Change[] {
  const about = { kind: "kubernetesClusterChanged", path: now.path, effect: "none" } as const;
  const text = `Kubernetes cluster ${old.name} has the key ${now.name} from now on; its members stay where they are`;
  const isMade = [old, now].every(({ fields }) => fields["createNamespace"] === true);
  if (!isMade || old.fields["namespace"] !== now.fields["namespace"]) return [{ ...about, text }];
  const state = `Kubernetes namespace ${String(now.fields["namespace"])} in the state is to be renamed before the update (docs/guides/clusters.md, "Another key"): else the update fails, since it exists already`;
  return [
    { ...about, text },
    { ...about, text: state },
  ];
}

function withKeys(
  before: MeshFacts,
  renamed: readonly { readonly old: ResourceFacts; readonly now: ResourceFacts }[],
  keys: ReadonlyMap<string, string>,
): MeshFacts {
  const placed = (place: string): string => {
    const cluster = clusterOfPlace(place);
    return placeText({ cluster: keys.get(cluster) ?? cluster, standby: isStandbyText(place) });
  };
  return {
    ...before,
    kubernetesClusters: before.kubernetesClusters.map((cluster) => {
      const now = renamed.find(({ old }) => old === cluster)?.now;
      return now === undefined ? cluster : { ...cluster, name: now.name, path: now.path };
    }),
    members: before.members.map((member): MemberFacts => ({ ...member, places: member.places.map(placed) })),
  };
}
