import type { IntOrString } from "../model/kubernetes-types";
import { namedMetadata, selectorLabels } from "./labels";
import type { PodDisruptionBudget } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** Keeps instances running while nodes are drained; undefined where no number is stated. */
export function renderPdb(target: PlaceObjects): PodDisruptionBudget | undefined {
  const { minAvailable } = target.member.pod;
  if (minAvailable === undefined || target.place.standby) return undefined;
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: namedMetadata(target, target.place.objectName),
    spec: {
      // As a text Kubernetes takes percents only.
      minAvailable: isNumberInText(minAvailable) ? Number(minAvailable) : minAvailable,
      selector: { matchLabels: selectorLabels(target) },
    },
  };
}

/** Programs that could say only texts state numbers so. */
const isNumberInText = (stated: IntOrString): boolean => typeof stated === "string" && /^\d+$/.test(stated);
