import type * as Pulumi from "@pulumi/pulumi";
import type { Secret } from "../../kubernetes/manifest";
import { referencedManifests } from "../../kubernetes/place-manifests";
import type { ReferencedNames } from "../../kubernetes/referenced-names";
import { dnsLabel } from "../../model/names";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";

/** The objects that a place's pods refer to. */
export interface RegisteredReferences {
  readonly names: ReferencedNames;
  /** What must exist before pods start, and is not found by its name. */
  readonly resources: readonly Pulumi.Resource[];
}

/** Registers the ConfigMaps and Secrets of a place. */
export function registerReferences(place: PlaceContext): RegisteredReferences {
  const { ConfigMap, Secret } = kubernetesPackage();
  const manifests = referencedManifests(place.target, place.surroundings.code);
  const credentials = registerCredentials(place, manifests.credentials);
  const config = generated(place, ConfigMap, { manifest: manifests.config, suffix: "config" });
  const code = generated(place, ConfigMap, { manifest: manifests.code, suffix: "code" });
  const secrets = generated(place, Secret, { manifest: manifests.secrets, suffix: "secrets" });
  const tlsDefaults = generated(place, ConfigMap, { manifest: manifests.tlsDefaults, suffix: "tls-defaults" });
  const names = {
    config: config ?? "",
    ...(code === undefined ? {} : { code }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(credentials === undefined ? {} : { credentials: credentials.name }),
    ...(tlsDefaults === undefined ? {} : { tlsDefaults }),
  };
  return { names, resources: credentials === undefined ? [] : [credentials.resource] };
}

/**
 * The credentials have a fixed name, which pods are given as it is and not as an output of the Secret: a plugin that can
 * only replace a Secret would replace with it whatever depends on its outputs, and running pods with that.
 */
function registerCredentials(
  place: PlaceContext,
  manifest: Secret | undefined,
): { readonly name: string; readonly resource: Pulumi.Resource } | undefined {
  if (manifest === undefined) return undefined;
  const { Secret } = kubernetesPackage();
  const { childName } = place.target.place;
  const resource = new Secret(`${childName}-credentials`, place.filled(manifest), place.after([]));
  return { name: manifest.metadata.name ?? "", resource };
}

/**
 * An object whose name is generated anew for each content; pods follow its name, of which this is a placeholder.
 */
function generated(
  place: PlaceContext,
  kind: ReturnType<typeof kubernetesPackage>["ConfigMap"],
  { manifest, suffix }: { readonly manifest: object | undefined; readonly suffix: string },
): string | undefined {
  if (manifest === undefined) return undefined;
  // Pulumi makes the generated name from this one, which therefore must be legal in Kubernetes whatever the key is.
  const name = `${dnsLabel(place.target.place.childName)}-${suffix}`;
  const object = new kind(name, place.filled(manifest), place.after([]));
  return place.scope.placeholders.add(object.metadata.apply((metadata) => metadata.name));
}
