import type * as Pulumi from "@pulumi/pulumi";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import { jsonText } from "../../model/json-text";
import { uniqueNameBeginning, uniqueNameBytes } from "../../model/object-names";
import { randomPackage } from "./random-package";
import type { MeshScope } from "./scope";
import { templateKeepers } from "./template-keepers";

/**
 * The member under a name that no other workload ever had, where the mesh asks for it. What a live StatefulSet cannot change
 * keeps the name: a change of it makes a new name, and so a new workload that starts before the old one stops. So does, where
 * that is asked for, all that would restart its pods.
 */
export function withUniqueName(
  scope: MeshScope,
  target: PlaceObjects,
  { parent, code }: { readonly parent: Pulumi.Resource; readonly code: string | undefined },
): PlaceObjects {
  if (scope.plan.naming !== "unique") return target;
  const { place, member } = target;
  const { RandomId } = randomPackage();
  const { volumeClaimTemplates } = member.spec;
  const keepers = {
    cluster: place.cluster,
    kubernetesNamespace: scope.placeholders.text(place.kubernetesNamespace),
    ...(volumeClaimTemplates === undefined
      ? {}
      : { volumeClaimTemplates: scope.placeholders.text(jsonText(volumeClaimTemplates)) }),
    ...templateKeepers(scope, target, code),
  };
  const id = new RandomId(`${place.childName}-name`, { byteLength: uniqueNameBytes, keepers }, { parent });
  const name = `${uniqueNameBeginning(place.objectName)}${scope.placeholders.add(id.hex)}`;
  return { ...target, place: { ...place, objectName: name, serviceName: name } };
}
