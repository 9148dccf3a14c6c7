import { renderCodeConfigMap, renderConfigMap, renderTlsDefaults } from "./configmap";
import { renderHpa } from "./hpa";
import type { ConfigMap, ScalingManifest, Secret, Service, StatefulSet } from "./manifest";
import { renderPdb } from "./pdb";
import type { PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";
import { renderScaledObject } from "./scaledobject";
import { renderCredentials, renderSecrets } from "./secret";
import { renderService } from "./service";
import { renderStatefulSet } from "./statefulset";
import { renderTriggerAuthentication } from "./trigger-authentication";
import { renderVpa } from "./vpa";

/** The objects that the pods of a member refer to. All but the credentials are named by whoever creates them. */
export interface ReferencedManifests {
  readonly config: ConfigMap;
  readonly code?: ConfigMap;
  readonly secrets?: Secret;
  readonly credentials?: Secret;
  readonly tlsDefaults?: ConfigMap;
}

/** The objects that run the member. */
export interface WorkloadManifests {
  readonly service: Service;
  readonly statefulSet: StatefulSet;
  readonly scaling: readonly ScalingManifest[];
}

/** What pods refer to; `codeText` is the text of local code. */
export function referencedManifests(target: PlaceObjects, codeText: string | undefined): ReferencedManifests {
  const code = codeText === undefined ? undefined : renderCodeConfigMap(target, codeText);
  const secrets = renderSecrets(target);
  const credentials = renderCredentials(target);
  const tlsDefaults = renderTlsDefaults(target);
  return {
    config: renderConfigMap(target),
    ...(code === undefined ? {} : { code }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(tlsDefaults === undefined ? {} : { tlsDefaults }),
  };
}

/** What runs the member, under the given names of what its pods refer to. */
export const workloadManifests = (target: PlaceObjects, names: ReferencedNames): WorkloadManifests => ({
  service: renderService(target),
  statefulSet: renderStatefulSet(target, names),
  scaling: scalingManifests(target, names),
});

/** One renderer per kind; each says itself whether the member has the object. */
const scalers: readonly ((target: PlaceObjects, names: ReferencedNames) => ScalingManifest | undefined)[] = [
  renderHpa,
  renderVpa,
  renderTriggerAuthentication,
  renderScaledObject,
  renderPdb,
];

export const scalingManifests = (target: PlaceObjects, names: ReferencedNames): readonly ScalingManifest[] =>
  scalers.map((render) => render(target, names)).filter((manifest) => manifest !== undefined);
