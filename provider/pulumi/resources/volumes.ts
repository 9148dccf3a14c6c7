import type { Json } from "../../model/json";
import type { Properties, PropertyChange, PulsarResource } from "../../pulsar/resource";
import { notImportable } from "./not-importable";
import { checkKept } from "./volumes/check";
import { makeWay } from "./volumes/make-way";

/**
 * The volumes of a member's instances. A live StatefulSet keeps its claim templates for ever; before they change, its workload is
 * stopped here without its volumes, and the one that is made anew takes them over.
 */
export interface VolumesArgs {
  /** The member as the program names it, for messages. */
  readonly member: string;
  /**
   * The kubeconfig's text. Without it the kubernetes plugin replaces the StatefulSet alone.
   * @secret
   */
  readonly kubeconfig?: string;
  /**
   * The context of the kubeconfig.
   * @default the kubeconfig's current context
   */
  readonly context?: string;
  /** Kubernetes namespace of the member. */
  readonly kubernetesNamespace: string;
  /** Name of the member's StatefulSet. */
  readonly statefulSet: string;
  /** What the StatefulSet's annotation `compute.functionmesh.io/owner` holds: one without it is somebody else's, and left alone. */
  readonly owner: string;
  /** The StatefulSet's claim templates. */
  readonly volumeClaimTemplates: Json;
  /**
   * What becomes of the volumes when the member is deleted: `Retain` or `Delete`.
   * @default "Retain"
   */
  readonly whenDeleted?: string;
  /**
   * Seconds that instances have to end before the workload is made anew.
   * @default 90
   * @integer
   */
  readonly deleteWaitSeconds?: number;
}

export interface VolumesOutputs {
  /**
   * Number of instances that were wanted of the workload when it was stopped last, for the one made anew to go on with.
   * @integer
   */
  readonly replicas?: number;
}

const triggers = ["kubernetesNamespace", "statefulSet", "volumeClaimTemplates"] as const;

export const volumes: PulsarResource = {
  type: "function-mesh:index:Volumes",
  check: (inputs, old) => ({ inputs, failures: checkKept(inputs, old) }),
  diff: (olds, news) => ({
    changes: triggers
      .filter((key) => !isSame(olds[key], news[key]))
      .map((path): PropertyChange => ({ path, kind: "update", replace: false })),
  }),
  create: async (inputs, context) => {
    const replicas = context.preview ? undefined : await makeWay(inputs, context, false);
    const id = `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;
    return { id, outputs: outputsOf(inputs, replicas) };
  },
  read: async (id, state) => {
    if (Object.keys(state.inputs).length === 0) throw new Error(notImportable("volumes"));
    return { id, ...state };
  },
  update: async (_id, old, inputs, context) => {
    const isInPlace = ["kubernetesNamespace", "statefulSet"].every((key) => old.inputs[key] === inputs[key]);
    return outputsOf(inputs, context.preview ? old.outputs["replicas"] : await makeWay(inputs, context, isInPlace));
  },
  // Kubernetes does with the claims what the StatefulSet's policy says.
  delete: async () => undefined,
};

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const outputsOf = (inputs: Properties, replicas: unknown): Properties => ({
  ...Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig")),
  ...(replicas === undefined ? {} : { replicas }),
});
