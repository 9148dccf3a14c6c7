import { referencedManifests, workloadManifests } from "../../provider/kubernetes/place-manifests";
import type { PlaceObjects } from "../../provider/kubernetes/place-objects";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";

/** The places of a mesh's members. */
export function placesOf(spec: MeshSpec): readonly PlaceObjects[] {
  const { plan } = planMesh("mesh", spec);
  return plan.members.flatMap((member) => member.places.map((place) => ({ plan, member, place })));
}

/** The only place of a mesh with one member. */
export function onlyPlace(spec: MeshSpec): PlaceObjects {
  const [target, ...others] = placesOf(spec);
  if (target === undefined || others.length > 0) throw new Error("not one place");
  return target;
}

/** All objects of a member in a place, under the names by which they refer to each other. */
export function objectsOf(target: PlaceObjects): Readonly<Record<string, object>> {
  const referenced = referencedManifests(target, "the code\n");
  const { code, secrets, credentials, tlsDefaults } = referenced;
  const { service, statefulSet, scaling } = workloadManifests(target, {
    config: "config-name",
    ...(code === undefined ? {} : { code: "code-name" }),
    ...(secrets === undefined ? {} : { secrets: "secrets-name" }),
    ...(credentials?.metadata.name === undefined ? {} : { credentials: credentials.metadata.name }),
    ...(tlsDefaults === undefined ? {} : { tlsDefaults: "tls-defaults-name" }),
  });
  return { ...referenced, statefulSet, service, ...(scaling.length === 0 ? {} : { scaling }) };
}
