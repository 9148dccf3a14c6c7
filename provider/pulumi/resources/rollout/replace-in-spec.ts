import type { AppsV1Api, V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { withinSeconds } from "../kubernetes-connection";

/** What a change needs of a connection. */
export interface PatchingConnection {
  readonly apps: Pick<AppsV1Api, "patchNamespacedStatefulSet">;
  readonly server: string;
}

/** Replaces parts of a StatefulSet's `spec`. The generation with them; undefined where they were so before. */
export async function replaceInSpec(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  values: Readonly<Record<string, unknown>>,
): Promise<number | undefined> {
  const { name, namespace, generation = 0 } = statefulSet.metadata ?? {};
  const body = Object.entries(values).map(([key, value]) => ({ op: "replace", path: `/spec/${key}`, value }));
  if (name === undefined || namespace === undefined || body.length === 0) return undefined;
  const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
  const call = connection.apps.patchNamespacedStatefulSet(
    { name, namespace, body },
    setHeaderOptions("Content-Type", PatchStrategy.JsonPatch),
  );
  const answer = await withinSeconds(15, connection.server, call);
  const patched = answer.metadata?.generation ?? generation;
  return patched === generation ? undefined : patched;
}
