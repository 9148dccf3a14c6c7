import type { AppsV1Api, V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { withinSeconds } from "../kubernetes-connection";
import { declaredOf, differs } from "./declared";

/** What a repair needs of a connection. */
export interface PatchingConnection {
  readonly apps: Pick<AppsV1Api, "patchNamespacedStatefulSet">;
  readonly server: string;
}

/** What was put back. */
export interface Repair {
  /** In words. */
  readonly what: string;
  /** The workload's generation with the repair. */
  readonly generation: number;
}

/**
 * Puts back what somebody changed of a workload behind Pulumi's back. The kubernetes plugin does it itself where it applies
 * server-side; where it applies client-side it compares arguments only and never looks at the live object. Undefined where
 * nothing was put back. `isChanged` says that a refresh has found a change: then everything is put back without a comparison,
 * which could not tell a field that somebody added from a default of the API server. Nothing is put back, too, when the API server takes what was declared for what it has, however differently it is written.
 */
export async function repairWorkload(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  isChanged: boolean,
): Promise<Repair | undefined> {
  const declared = declaredOf(statefulSet);
  const { name, namespace, generation = 0 } = statefulSet.metadata ?? {};
  if (declared === undefined || name === undefined || namespace === undefined) return undefined;
  const changed = parts.filter(({ key }) =>
    isChanged ? declared[key] !== undefined : differs(declared[key], statefulSet.spec?.[key]),
  );
  if (changed.length === 0) return undefined;
  const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
  // As a whole: merged into what is there, an entry that somebody added to a list would stay.
  const body = changed.map(({ key }) => ({ op: "replace", path: `/spec/${key}`, value: declared[key] }));
  const call = connection.apps.patchNamespacedStatefulSet(
    { name, namespace, body },
    setHeaderOptions("Content-Type", PatchStrategy.JsonPatch),
  );
  const answer = await withinSeconds(15, connection.server, call);
  const patched = answer.metadata?.generation ?? generation;
  return patched === generation
    ? undefined
    : { what: changed.map(({ words }) => words).join(" and "), generation: patched };
}

const parts = [
  { key: "template", words: "the pod template" },
  { key: "replicas", words: "the number of replicas" },
] as const;
