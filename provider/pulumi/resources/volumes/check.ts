import { isWhollyKnown } from "../../../model/unknown";
import type { CheckFailure, Properties } from "../../../pulsar/resource/resource";

/** Refuses what would delete volumes unasked: where it is not stopped before, a StatefulSet goes with its volumes. */
export function checkKept(inputs: Properties, old: Properties | undefined): readonly CheckFailure[] {
  if (old?.["whenDeleted"] !== "Delete") return [];
  const hadKubeconfig = old["kubeconfig"] !== undefined;
  if (hadKubeconfig !== (inputs["kubeconfig"] !== undefined)) return [otherProvider(inputs, hadKubeconfig)];
  const templates = inputs["volumeClaimTemplates"];
  if (hadKubeconfig || !isWhollyKnown(templates)) return [];
  if (JSON.stringify(old["volumeClaimTemplates"]) === JSON.stringify(templates)) return [];
  const reason = `${String(inputs["member"])} gets other volumeClaimTemplates: its StatefulSet is made anew, and its volumes would be deleted with it, since persistentVolumeClaimRetentionPolicy.whenDeleted is "Delete". ${retainFirst}, then change the templates`;
  return [{ property: "volumeClaimTemplates", reason }];
}

/** The engine replaces whatever gets another provider. */
function otherProvider({ member }: Properties, hadKubeconfig: boolean): CheckFailure {
  const [before, now] = hadKubeconfig ? ["kubeconfig", "provider"] : ["provider", "kubeconfig"];
  const reason = `${String(member)} comes to its cluster by a ${now} in place of a ${before}: its StatefulSet is replaced, and its volumes would be deleted with it, since persistentVolumeClaimRetentionPolicy.whenDeleted is "Delete". ${retainFirst}, then change that`;
  return { property: "kubeconfig", reason };
}

/** Kubernetes lets go of the claims of running instances alone when the policy changes. */
const retainFirst = `First set that to "Retain" and run "pulumi up", then take the ownerReferences out of claims that still have some (kubectl get persistentvolumeclaims -o custom-columns=NAME:.metadata.name,OWNER:.metadata.ownerReferences[*].name): those of instances that are not running keep them`;
