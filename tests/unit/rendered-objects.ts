import { renderCodeConfigMap, renderConfigMap } from "../../provider/kubernetes/configmap";
import type { PlaceObjects } from "../../provider/kubernetes/place-objects";
import { renderCredentials, renderSecrets } from "../../provider/kubernetes/secret";
import { renderService } from "../../provider/kubernetes/service";
import { renderStatefulSet } from "../../provider/kubernetes/statefulset";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";

/** The places of a mesh's members. */
export function placesOf(spec: MeshSpec): readonly PlaceObjects[] {
  const { plan } = planMesh("mesh", spec);
  return plan.members.flatMap((member) => member.places.map((place) => ({ plan, member, place })));
}

/** All objects of a member in a place, under the names by which they refer to each other. */
export function objectsOf(target: PlaceObjects): Readonly<Record<string, object>> {
  const code = renderCodeConfigMap(target, "the code\n");
  const secrets = renderSecrets(target);
  const credentials = renderCredentials(target);
  const names = {
    config: "config-name",
    ...(code === undefined ? {} : { code: "code-name" }),
    ...(secrets === undefined ? {} : { secrets: "secrets-name" }),
    ...(credentials?.metadata.name === undefined ? {} : { credentials: credentials.metadata.name }),
  };
  return {
    config: renderConfigMap(target),
    ...(code === undefined ? {} : { code }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(credentials === undefined ? {} : { credentials }),
    statefulSet: renderStatefulSet(target, names),
    service: renderService(target),
  };
}
