import { isImport, type PulsarResource } from "../../pulsar/resource/resource";
import { takeNumberBack } from "./autoscaler-removal/take-number-back";
import { notImportable } from "./not-importable";
import { outputsOf } from "./rollout/wait";

/**
 * Stands beside a member's autoscaler and is deleted after it. What a program no longer has, the engine deletes at the very end of an
 * update; until then the autoscaler goes on to change the number of instances. When it is gone, the number that the program asks
 * for is set, where it is another one, and waited for. Where the member goes too nothing is done; and what keeps the number from being
 * set is a warning that names the command.
 */
export interface AutoscalerRemovalArgs {
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
  /** Name of the member's Service, by which a deletion sees whether the member goes too. */
  readonly service: string;
  /**
   * Seconds until the instances must be ready.
   * @default 300
   * @integer
   */
  readonly timeoutSeconds?: number;
}

export const autoscalerRemoval: PulsarResource = {
  type: "function-mesh:index:AutoscalerRemoval",
  check: (inputs) => ({ inputs, failures: [] }),
  // Where the workload stands is looked up in the state when it is time.
  diff: () => ({ changes: [] }),
  create: async (inputs) => ({
    id: `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`,
    outputs: outputsOf(inputs),
  }),
  read: async (id, state) => {
    if (isImport(state)) throw new Error(notImportable("autoscaler removal"));
    return { id, ...state };
  },
  update: async (_id, _old, inputs) => outputsOf(inputs),
  delete: async (_id, { inputs }, context) => takeNumberBack(inputs, context),
};
