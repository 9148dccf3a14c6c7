import type { PulsarAuthSpec } from "../model/pulsar-cluster";
import { autoscalerOf } from "../model/replicas";
import { namedMetadata } from "./labels";
import type { TriggerAuthentication } from "./manifest";
import { connectionOfPlace, type PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";

/**
 * KEDA's words for a member's credential. It reads texts from keys of the member's own Secret. It cannot get along with the
 * file of an OAuth2 client, which holds its id and secret as JSON, nor with plugins of the client in the pods.
 */
const modes = {
  token: { mode: "bearer", keys: [{ parameter: "bearerToken", key: "token" }] },
  tls: {
    mode: "tls",
    keys: [
      { parameter: "cert", key: "tls.crt" },
      { parameter: "key", key: "tls.key" },
    ],
  },
} as const satisfies Partial<Record<keyof PulsarAuthSpec, unknown>>;

/** How KEDA proves who it is: its modes, and the TriggerAuthentication by name. */
export interface TriggerCredential {
  readonly modes: string;
  readonly triggerAuthentication: string;
}

/** The credential that KEDA asks with: one of its own, else the member's; undefined where it asks without. */
export function triggerCredential(target: PlaceObjects): TriggerCredential | undefined {
  const stated = target.member.spec.autoscaling?.backlog?.authentication;
  if (stated !== undefined) return stated;
  const usable = usableAuth(target);
  return usable === undefined ? undefined : { modes: usable.mode, triggerAuthentication: target.place.objectName };
}

/** The keys of the member's credentials Secret, for KEDA; undefined where KEDA uses none of them. */
export function renderTriggerAuthentication(
  target: PlaceObjects,
  { credentials }: ReferencedNames,
): TriggerAuthentication | undefined {
  const { member, place } = target;
  if (autoscalerOf(member, place) !== "keda" || credentials === undefined) return undefined;
  const usable = usableAuth(target);
  if (usable === undefined || member.spec.autoscaling?.backlog?.authentication !== undefined) return undefined;
  const trusted = connectionOfPlace(target).tls?.trustCerts === undefined ? [] : [{ parameter: "ca", key: "ca.crt" }];
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "TriggerAuthentication",
    metadata: namedMetadata(target, place.objectName),
    spec: {
      secretTargetRef: [...usable.keys, ...trusted].map(({ parameter, key }) => ({
        parameter,
        name: credentials,
        key,
      })),
    },
  };
}

function usableAuth(target: PlaceObjects): (typeof modes)[keyof typeof modes] | undefined {
  const { auth } = connectionOfPlace(target);
  if (auth?.token !== undefined) return modes.token;
  return auth?.tls === undefined ? undefined : modes.tls;
}
