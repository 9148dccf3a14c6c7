import { functionDetails } from "../model/function-details";
import { codeFileName } from "../model/runtime/python";
import { generatedMetadata } from "./labels";
import type { ConfigMap } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** Key of the function details in the configuration. */
export const detailsKey = "function-details.json";

/** What the member does. Immutable and named anew for each content, so that a change rolls the pods and a failed one can go back. */
export const renderConfigMap = (target: PlaceObjects): ConfigMap =>
  configMap(target, { [detailsKey]: functionDetails(target.member) });

/** Local code; undefined for a member whose code is in its image. */
export function renderCodeConfigMap(target: PlaceObjects, code: string): ConfigMap | undefined {
  const { member } = target;
  if (member.kind !== "function" || member.spec.python?.code === undefined) return undefined;
  return configMap(target, { [codeFileName(member)]: code });
}

const configMap = (target: PlaceObjects, data: Readonly<Record<string, string>>): ConfigMap => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: generatedMetadata(target),
  immutable: true,
  data,
});
