import { isUnknown } from "../../model/unknown";
import { checkRequired } from "./rollout/check";
import { liveWorkloadHash } from "./rollout/live-workload";
import { waitForMember } from "./rollout/wait";
import type { PropertyChange, PulsarResource } from "../../pulsar/resource";

/** Waits until a member truly works: its pods ready on the new template, its instances attached to their topics. */
export interface RolloutArgs {
  /** The member as the program names it, for messages. */
  readonly member: string;
  /** Full name of the member in Pulsar, `<tenant>/<namespace>/<name>`, by which its instances are known at the broker. */
  readonly instance: string;
  /**
   * The kubeconfig's text. Without it only the broker is asked.
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
  /** Changes with whatever restarts the pods, and so makes the rollout wait again. */
  readonly templateHash: string;
  /**
   * Number of instances, where the program states it; the rollout waits again when it changes. It is read from the
   * StatefulSet where an autoscaler decides it.
   * @integer
   */
  readonly replicas?: number;
  /** Name of the member's subscription. */
  readonly subscription?: string;
  /** Topics the member reads. */
  readonly reads?: readonly string[];
  /** Topic the member writes, waited for where nothing is read. */
  readonly writes?: string;
  /**
   * Seconds until the member must work.
   * @default 300
   * @integer
   */
  readonly timeoutSeconds?: number;
  /**
   * Wait until the broker sees the instances attached, not only until the pods are ready.
   * @default true
   */
  readonly attachment?: boolean;
}

export interface RolloutOutputs {
  /** Hash of the workload as the API server held it when the member worked; another one means that somebody changed it. */
  readonly liveWorkloadHash?: string;
}

/** A change of these makes the rollout wait again; how the cluster is reached and how long to wait does not. */
const triggers = [
  "kubernetesNamespace",
  "statefulSet",
  "templateHash",
  "replicas",
  "subscription",
  "reads",
  "writes",
] as const;

export const rollout: PulsarResource = {
  type: "function-mesh:index:Rollout",
  check: (inputs) => ({ inputs, failures: checkRequired(inputs) }),
  diff: (olds, news) => {
    const changed = triggers.filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
    return { changes: changed.map((path): PropertyChange => ({ path, kind: "update", replace: false })) };
  },
  create: async (inputs, context) => {
    const id = `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;
    return { id: isUnknown(id) ? "" : id, outputs: await waitForMember(inputs, context) };
  },
  read: async (id, state, context) => {
    const hash = await liveWorkloadHash(state.inputs, (message) => context.log("warning", message));
    if (hash === "gone") return undefined;
    const drifted = hash !== undefined && hash !== state.outputs["liveWorkloadHash"];
    // A workload changed by hand is not the one that was waited for: the difference makes the next update put it back.
    const inputs = drifted ? { ...state.inputs, templateHash: `changed in the cluster: ${hash}` } : state.inputs;
    return { id, inputs, outputs: { ...state.outputs, ...(drifted ? { templateHash: inputs["templateHash"] } : {}) } };
  },
  update: async (_id, _old, inputs, context) => waitForMember(inputs, context),
  delete: async () => undefined,
};
