import type { Json } from "../../model/json";
import {
  ExistsButFails,
  isImport,
  type OperationContext,
  type Properties,
  type PropertyChange,
  type PulsarResource,
  type StoredState,
} from "../../pulsar/resource/resource";
import { notImportable } from "./not-importable";
import { checkKept } from "./volumes/check";
import { checkMadeAnew } from "./volumes/check-made-anew";
import { makeWay, StoppedButFails, whereabouts } from "./volumes/make-way";

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
  /** UID of the cluster's `kube-system` namespace: a StatefulSet in another cluster is another one. */
  readonly clusterUid?: string;
  /** Kubernetes namespace of the member. */
  readonly kubernetesNamespace: string;
  /** Name of the member's StatefulSet. */
  readonly statefulSet: string;
  /** Name of the member's Service. */
  readonly service?: string;
  /** What the StatefulSet's annotation `compute.functionmesh.io/owner` holds: none without it is ever stopped. */
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
  /** UID of the StatefulSet that was stopped last, whose volumes the one made anew takes over. Empty while none was. */
  readonly predecessor: string;
}

const triggers = [...whereabouts, "volumeClaimTemplates"] as const;

export const volumes: PulsarResource = {
  type: "function-mesh:index:Volumes",
  check: (inputs, old) => ({ inputs, failures: checkKept(inputs, old) }),
  diff: (olds, news) => ({
    changes: triggers
      .filter((key) => !isSame(olds[key], news[key]))
      .map((path): PropertyChange => ({ path, kind: "update", replace: false })),
  }),
  create: async (inputs, context) => ({ id: idOf(inputs), outputs: await wayOf(inputs, undefined, context) }),
  read: async (id, state) => {
    if (isImport(state)) throw new Error(notImportable("volumes"));
    return { id, ...state };
  },
  update: async (_id, old, inputs, context) => wayOf(inputs, old, context),
  // Kubernetes does with the claims what the StatefulSet's policy says.
  delete: async (_id, state, context) => checkMadeAnew(state, context),
};

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const idOf = (inputs: Properties): string =>
  `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;

const wayOf = (inputs: Properties, old: StoredState | undefined, context: OperationContext): Promise<Properties> =>
  makeWay(inputs, old, context).then(
    (predecessor) => outputsOf(inputs, predecessor),
    (error: unknown) => {
      if (!(error instanceof StoppedButFails)) throw error;
      throw new ExistsButFails(error.message, idOf(inputs), outputsOf(inputs, error.predecessor));
    },
  );

const outputsOf = (inputs: Properties, predecessor: string): Properties => ({
  ...Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig")),
  predecessor,
});
