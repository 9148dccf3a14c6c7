import { leftWorkloadText } from "../left-workload";
import { clusterOfPlace } from "./place-text";
import { isUnknown } from "../unknown";
import type { Change } from "./change";
import type { MemberFacts } from "./member-facts";
import type { MeshFacts } from "./mesh-facts";
import type { ResourceFacts } from "./resource-facts";
import { isHash } from "./settled";

/** The Kubernetes clusters that are given up: what the mesh had there is neither deleted nor looked at. */
export const clustersLeftBehind = ({ kubernetesClusters }: MeshFacts): ReadonlySet<string> =>
  new Set(kubernetesClusters.filter(isLeftBehind).map(({ name }) => name));

const isLeftBehind = ({ fields }: ResourceFacts): boolean => fields["abandon"] === true;

/** The members that had a place there until now, wherever they are from now on: the later mesh need not know of them any more. */
export function leftBehindChanges(before: MeshFacts, after: MeshFacts): readonly Change[] {
  const clusters = after.kubernetesClusters.filter(isLeftBehind);
  return clusters.flatMap(({ name, path }) => {
    const namespace = namespaceOf(before.kubernetesClusters.find((cluster) => cluster.name === name));
    return before.members
      .filter(({ places }) => places.map(clusterOfPlace).includes(name))
      .map((member): Change => ({
        kind: "memberLeftBehind",
        path: `${path}.abandon`,
        text: `${member.name} is left behind in ${name}, where it may still run: ${workloadOf(member, { before, namespace })}, with its Service, ConfigMaps and Secrets`,
        members: [member.name],
        effect: "none",
      }));
  });
}

interface Known {
  readonly before: MeshFacts;
  readonly namespace: string | undefined;
}

const workloadOf = ({ object }: MemberFacts, { before, namespace }: Known): string =>
  leftWorkloadText({
    naming: before.naming,
    ...(namespace === undefined ? {} : { kubernetesNamespace: namespace }),
    ...(object === undefined ? {} : { objectName: object }),
  });

/** One that another resource computes is kept by its hash, which says nothing to people. */
function namespaceOf(cluster: ResourceFacts | undefined): string | undefined {
  const namespace = cluster?.fields["namespace"];
  return typeof namespace !== "string" || isHash(namespace) || isUnknown(namespace) ? undefined : namespace;
}
