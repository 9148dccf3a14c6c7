import { isWhollyKnown } from "../../model/unknown";
import type { OperationContext, Properties, PropertyChange, PulsarResource, StoredState } from "../../pulsar/resource";
import { notImportable } from "./not-importable";
import { isAppliedClientSide, lookAtInstances } from "./scale/look";
import { errorMessage } from "../../model/error-message";

/**
 * The number of instances of a member where the program leaves it to others: what the manifest of the StatefulSet states, so that
 * no change of the manifest takes it back. It is looked up whenever the manifest changes, and stays as it is otherwise.
 */
export interface ScaleArgs {
  /** The member as the program names it, for messages. */
  readonly member: string;
  /**
   * The kubeconfig's text.
   * @secret
   */
  readonly kubeconfig: string;
  /**
   * The context of the kubeconfig.
   * @default the kubeconfig's current context
   */
  readonly context?: string;
  /** Kubernetes namespace of the member. */
  readonly kubernetesNamespace: string;
  /** Name of the member's StatefulSet. */
  readonly statefulSet: string;
  /** Labels of the member's pods, by which a StatefulSet takes over those that an earlier one has left behind. */
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Changes with whatever changes the StatefulSet's manifest. */
  readonly manifestHash: string;
  /**
   * The number of instances that a StatefulSet begins with, and goes on with when it has none. Without it, it begins with 1, and
   * having none is right: KEDA scales from and to 0 by itself.
   * @integer
   */
  readonly initialReplicas?: number;
}

export interface ScaleOutputs {
  /**
   * The number of instances.
   * @integer
   */
  readonly replicas: number;
}

const triggers = ["kubernetesNamespace", "statefulSet", "manifestHash"] as const;

export const scale: PulsarResource = {
  type: "function-mesh:index:Scale",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (olds, news) => ({
    changes: triggers
      .filter((key) => olds[key] !== news[key])
      .map((path): PropertyChange => ({ path, kind: "update", replace: false })),
  }),
  create: async (inputs, context) => {
    const id = `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;
    return { id, outputs: outputsOf(inputs, await numberOf(inputs, context, undefined)) };
  },
  read: async (id, state, context) => {
    if (Object.keys(state.inputs).length === 0) throw new Error(notImportable("scale"));
    return { id, inputs: state.inputs, outputs: await refreshed(state, context) };
  },
  update: async (_id, old, inputs, context) => outputsOf(inputs, await numberOf(inputs, context, old)),
  delete: async () => undefined,
};

/** Undefined where it is not known yet, which is at preview only. */
async function numberOf(
  inputs: Properties,
  context: OperationContext,
  old: StoredState | undefined,
): Promise<number | undefined> {
  const before = old?.outputs["replicas"];
  const known = typeof before === "number" ? before : undefined;
  if (!isWhollyKnown({ ...inputs, manifestHash: "" })) return known;
  try {
    const { statefulSet, orphans } = await lookAtInstances(inputs);
    return wantedNumber(inputs, { live: statefulSet?.spec?.replicas, orphans, before: known });
  } catch (error) {
    // A preview shows what can be known, also of a cluster that is not there yet.
    if (context.preview) return known;
    const reason = errorMessage(error);
    throw new Error(`${String(inputs["member"])}: could not be asked how many instances it has: ${reason}`);
  }
}

/** What is known of the number of instances. */
export interface KnownInstances {
  /** Of the live StatefulSet; undefined where there is none. */
  readonly live: number | undefined;
  /** The number with which all pods stay that an earlier StatefulSet has left behind. */
  readonly orphans: number;
  /** As it was looked up before. */
  readonly before: number | undefined;
}

/** The number of instances that a manifest has to state. A StatefulSet ends at once what it takes over and does not want. */
export function wantedNumber({ initialReplicas }: Properties, { live, orphans, before }: KnownInstances): number {
  const first = typeof initialReplicas === "number" ? initialReplicas : 1;
  if (live === undefined) return Math.max(before ?? first, orphans);
  if (live > 0) return live;
  const isAsleep = initialReplicas === undefined && before !== undefined;
  return isAsleep ? 0 : first;
}

/** Applied server-side, a refresh takes the live number for what the manifest states; so it has to be stated from then on. */
async function refreshed({ inputs, outputs }: StoredState, context: OperationContext): Promise<Properties> {
  try {
    const { statefulSet } = await lookAtInstances(inputs);
    const live = statefulSet?.spec?.replicas;
    return live === undefined || isAppliedClientSide(statefulSet) ? outputs : { ...outputs, replicas: live };
  } catch (error) {
    const reason = errorMessage(error);
    context.log("warning", `${String(inputs["member"])}: could not be asked how many instances it has: ${reason}`);
    return outputs;
  }
}

const outputsOf = (inputs: Properties, replicas: number | undefined): Properties => ({
  ...Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig")),
  ...(replicas === undefined ? {} : { replicas }),
});
