import { isWhollyKnown } from "../../../model/unknown";
import type { CheckFailure, Properties } from "../../../pulsar/resource";

/** Refuses the change that would delete volumes unasked: by the kubernetes plugin alone, a StatefulSet goes with its volumes. */
export function checkKept(inputs: Properties, old: Properties | undefined): readonly CheckFailure[] {
  const templates = inputs["volumeClaimTemplates"];
  if (inputs["kubeconfig"] !== undefined || old?.["whenDeleted"] !== "Delete" || !isWhollyKnown(templates)) return [];
  if (JSON.stringify(old["volumeClaimTemplates"]) === JSON.stringify(templates)) return [];
  const reason = `${String(inputs["member"])} gets other volumeClaimTemplates: its StatefulSet is made anew, and its volumes would be deleted with it, since persistentVolumeClaimRetentionPolicy.whenDeleted is "Delete". First set that to "Retain" and run "pulumi up", then change the templates; or give the cluster's entry of kubernetes a kubeconfig in place of the handed-over provider, and the volumes are kept`;
  return [{ property: "volumeClaimTemplates", reason }];
}
