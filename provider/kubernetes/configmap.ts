import { functionDetails } from "../model/function-details";
import { logConfigFiles } from "../model/log-config/log-config-files";
import { codeFileName } from "../model/runtime/code-file";
import { needsTlsDefaults, tlsDefaults } from "../model/tls-defaults";
import { generatedMetadata } from "./labels";
import type { ConfigMap } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** Key of the function details in the configuration. */
export const detailsKey = "function-details.json";

/** What the member does. Immutable and named anew for each content, so that a change rolls the pods and a failed one can go back. */
export const renderConfigMap = (target: PlaceObjects): ConfigMap =>
  configMap(target, {
    [detailsKey]: functionDetails(target.member),
    ...logConfigFiles(target.member, target.place.objectName),
  });

/** Local code; undefined for a member whose code is in its image. */
export function renderCodeConfigMap(target: PlaceObjects, code: string): ConfigMap | undefined {
  const { member } = target;
  if (member.kind !== "function" || member.spec.python?.code === undefined) return undefined;
  return configMap(target, { [codeFileName(member)]: code });
}

/** What a referenced Secret with TLS settings may leave out; undefined for a member that refers to none. */
export const renderTlsDefaults = (target: PlaceObjects): ConfigMap | undefined =>
  needsTlsDefaults(target.member) ? configMap(target, tlsDefaults) : undefined;

const configMap = (target: PlaceObjects, data: Readonly<Record<string, string>>): ConfigMap => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: generatedMetadata(target),
  immutable: true,
  data,
});
