import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { declaredOf, differs } from "./declared";

/**
 * Puts back what somebody changed of a workload behind Pulumi's back. The kubernetes plugin does it itself where it applies
 * server-side; where it applies client-side it compares arguments only and never looks at the live object. Returns what was
 * put back, in words.
 */
export async function repairWorkload(
  connection: KubernetesConnection,
  statefulSet: V1StatefulSet,
): Promise<string | undefined> {
  const declared = declaredOf(statefulSet);
  const { name, namespace } = statefulSet.metadata ?? {};
  if (declared === undefined || name === undefined || namespace === undefined) return undefined;
  const changed = [
    ...(differs(declared.template, statefulSet.spec?.template) ? ["the pod template"] : []),
    ...(differs(declared.replicas, statefulSet.spec?.replicas) ? ["the number of replicas"] : []),
  ];
  if (changed.length === 0) return undefined;
  const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
  const call = connection.apps.patchNamespacedStatefulSet(
    { name, namespace, body: { spec: { template: declared.template, replicas: declared.replicas } } },
    setHeaderOptions("Content-Type", PatchStrategy.StrategicMergePatch),
  );
  await withinSeconds(15, connection.server, call);
  return changed.join(" and ");
}
