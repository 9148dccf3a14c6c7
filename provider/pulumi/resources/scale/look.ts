import type { V1Pod, V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../../pulsar/resource/resource";
import { labelSelectorOf } from "../label-selector";
import { ownerIn } from "../owner-annotation";
import { connectKubernetes, KubernetesCallError, withinSeconds } from "../kubernetes-connection";

/** What there is of a member's instances. */
export interface Instances {
  /** Undefined when there is none. */
  readonly statefulSet: V1StatefulSet | undefined;
  /** The number of instances with which a new StatefulSet keeps every pod that an earlier one has left behind. */
  readonly orphans: number;
}

/** A preview must not wait long for a cluster that is away. */
const previewSeconds = 5;
const updateSeconds = 10;

/** Looks at the live StatefulSet, and where there is none at the pods that one would take over. */
export async function lookAtInstances(inputs: Properties, isPreview = false): Promise<Instances> {
  const { apps, core, server } = await connected(inputs);
  const [name, namespace] = [String(inputs["statefulSet"]), String(inputs["kubernetesNamespace"])];
  const soon = <T>(call: Promise<T>): Promise<T> =>
    withinSeconds(isPreview ? previewSeconds : updateSeconds, server, call);
  const found = await soon(apps.readNamespacedStatefulSet({ name, namespace })).catch(undefinedIfGone);
  if (found !== undefined) return { statefulSet: found, orphans: 0 };
  const { matchLabels } = inputs;
  const labelSelector = labelSelectorOf(typeof matchLabels === "object" && matchLabels !== null ? matchLabels : {});
  const { items } = await soon(core.listNamespacedPod({ namespace, labelSelector }));
  return { statefulSet: undefined, orphans: keepingNumber(name, items) };
}

/**
 * The greatest number of instances of those workloads of a member whose place another one takes: the last one, and of names that
 * differ in their last letters all that are still there, since the last one may never have worked. Undefined where there is none.
 */
export async function instancesBefore(inputs: Properties, last: Properties): Promise<number | undefined> {
  const { apps, server } = await connected(inputs);
  const [name, namespace] = [String(last["statefulSet"]), String(last["kubernetesNamespace"])];
  const { items } = await withinSeconds(updateSeconds, server, apps.listNamespacedStatefulSet({ namespace }));
  const numbers = items
    .filter(({ metadata }) => metadata?.name === name || stemOf(metadata?.name ?? "") === stemOf(name))
    .filter((item) => ownerIn(item) === inputs["owner"])
    .map(({ spec }) => spec?.replicas ?? 1);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

function connected({ kubeconfig, context }: Properties): ReturnType<typeof connectKubernetes> {
  return connectKubernetes(String(kubeconfig), typeof context === "string" ? context : undefined);
}

/** A name without the letters that make it unique. */
const stemOf = (name: string): string => name.replace(/-[0-9a-f]{8}$/, "-");

/** One more than the highest ordinal of the pods that a StatefulSet of that name would take over. */
export const keepingNumber = (statefulSet: string, pods: readonly V1Pod[]): number =>
  Math.max(
    0,
    ...pods
      .filter(({ metadata }) => metadata?.deletionTimestamp === undefined && !isControlled(metadata?.ownerReferences))
      .map(({ metadata }) => ordinalOf(metadata?.name ?? "", statefulSet) + 1),
  );

function ordinalOf(pod: string, statefulSet: string): number {
  const ordinal = pod.startsWith(`${statefulSet}-`) ? pod.slice(statefulSet.length + 1) : "";
  return /^\d+$/.test(ordinal) ? Number(ordinal) : -1;
}

const isControlled = (owners: readonly { readonly controller?: boolean }[] = []): boolean =>
  owners.some(({ controller }) => controller === true);

/** Client-side apply leaves this on the object, and a refresh takes it for what the manifest states. */
export const isAppliedClientSide = (statefulSet: V1StatefulSet | undefined): boolean =>
  statefulSet?.metadata?.annotations?.["kubectl.kubernetes.io/last-applied-configuration"] !== undefined;

function undefinedIfGone(error: unknown): undefined {
  if (error instanceof KubernetesCallError && error.status === 404) return undefined;
  throw error;
}
