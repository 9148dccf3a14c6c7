import type * as Pulumi from "@pulumi/pulumi";
import { shortHash } from "../../model/names";
import { outputOf } from "../construct/sdk";
import { withPredecessor } from "../resources/volumes/claim-templates";
import { child } from "./child";
import type { PlaceContext } from "./place-context";
import type { MeshScope } from "./scope";

export interface RegisteredVolumes {
  readonly resource: Pulumi.Resource;
  /** Of the StatefulSet's `spec`: the claim templates, which change with every stop. */
  readonly manifest: { readonly volumeClaimTemplates: Pulumi.Output<unknown> };
}

/**
 * What tells a mesh's own StatefulSets from those of another mesh, or stack, that has the same names. As a promise, since an
 * output of the mesh depends on the mesh and all that is in it: a StatefulSet would wait for itself.
 */
export const ownerOf = ({ mesh }: MeshScope): Promise<string> =>
  new Promise((resolve) => {
    mesh.urn.apply((urn) => resolve(shortHash(urn)));
  });

/**
 * Registers what keeps a member's volumes while its workload is made anew under its name; undefined for a member without, and
 * where another name is given to the new workload, and with it volumes of its own. `dependsOn` is what must exist before pods
 * start: the workload is not stopped before.
 */
export function registerVolumes(
  { scope, target, surroundings, memberPath }: PlaceContext,
  dependsOn: readonly Pulumi.Resource[],
): RegisteredVolumes | undefined {
  const { member, place } = target;
  const { parent, cluster } = surroundings;
  const { volumeClaimTemplates, persistentVolumeClaimRetentionPolicy } = member.spec;
  if (volumeClaimTemplates === undefined || scope.plan.naming === "unique") return undefined;
  const fill = (value: unknown) => scope.placeholders.fill(value);
  const properties = {
    member: memberPath,
    ...cluster.connection,
    kubernetesNamespace: scope.placeholders.text(place.kubernetesNamespace),
    clusterUid: cluster.uid,
    statefulSet: place.objectName,
    service: place.serviceName,
    owner: ownerOf(scope),
    volumeClaimTemplates: fill(volumeClaimTemplates),
    whenDeleted: fill(persistentVolumeClaimRetentionPolicy?.whenDeleted),
    deleteWaitSeconds: scope.deleteWaitSeconds,
  };
  const wanted = { type: "function-mesh:index:Volumes", name: place.childName, properties };
  // Who the cluster is stands behind its provider: nothing is stopped in another one.
  const before = cluster.connection === undefined ? [] : [cluster.provider];
  const resource = child(scope, wanted, {
    parent,
    dependsOn: [...before, ...dependsOn],
    outputs: ["predecessor"],
  });
  const predecessor = outputOf(Reflect.get(resource, "predecessor"));
  const templates = outputOf(properties.volumeClaimTemplates).apply((declared) =>
    predecessor.apply((uid) => withPredecessor(declared, uid)),
  );
  return { resource, manifest: { volumeClaimTemplates: templates } };
}
