import type { V1OwnerReference, V1PersistentVolumeClaim, V1StatefulSet } from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};
import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";

const answerSeconds = 15;

/**
 * Takes claims out of the ownership of a StatefulSet and its pods, so that they outlive both. The controller does so only for
 * instances that have a pod, and a policy that was `Delete` once leaves others behind. Resolves to the number of claims that were.
 */
export async function releaseClaims(connection: KubernetesConnection, statefulSet: V1StatefulSet): Promise<number> {
  const { namespace = "" } = statefulSet.metadata ?? {};
  const { core, server } = connection;
  const { items } = await withinSeconds(answerSeconds, server, core.listNamespacedPersistentVolumeClaim({ namespace }));
  const owned = items
    // What is being deleted cannot be kept any more.
    .filter(({ metadata }) => metadata?.deletionTimestamp === undefined)
    .map((claim) => ({ claim, owners: ownersIn(claim, statefulSet) }))
    .filter(({ owners }) => owners.length > 0);
  for (const { claim, owners } of owned) await disown(connection, claim, owners);
  return owned.length;
}

/** The claim's uid is a condition: another claim of the same name is not touched. */
async function disown(
  { core, server }: KubernetesConnection,
  { metadata }: V1PersistentVolumeClaim,
  owners: readonly V1OwnerReference[],
): Promise<void> {
  const { name = "", namespace = "", uid } = metadata ?? {};
  const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
  const body = {
    metadata: { uid, ownerReferences: owners.map((owner) => ({ $patch: "delete", uid: owner.uid })) },
  };
  const call = core.patchNamespacedPersistentVolumeClaim(
    { name, namespace, body },
    setHeaderOptions("Content-Type", PatchStrategy.StrategicMergePatch),
  );
  await withinSeconds(answerSeconds, server, call);
}

function ownersIn({ metadata }: V1PersistentVolumeClaim, statefulSet: V1StatefulSet): readonly V1OwnerReference[] {
  const { name = "", uid } = statefulSet.metadata ?? {};
  const templates = (statefulSet.spec?.volumeClaimTemplates ?? []).map((template) => template.metadata?.name ?? "");
  // A pod's own volumes are named the other way round, and go with it.
  const ordinal = templates.map((template) => ordinalOf(metadata?.name ?? "", `${template}-${name}-`)).find(Boolean);
  return (metadata?.ownerReferences ?? []).filter(
    (owner) =>
      owner.uid === uid || (ordinal !== undefined && owner.kind === "Pod" && owner.name === `${name}-${ordinal}`),
  );
}

const ordinalOf = (claim: string, prefix: string): string | undefined =>
  claim.startsWith(prefix) && /^\d+$/.test(claim.slice(prefix.length)) ? claim.slice(prefix.length) : undefined;
