import { isUnknown } from "../../model/unknown";
import { notImportable } from "./not-importable";
import { checkTimeout } from "./rollout/check";
import { markChanged, unmarked } from "./rollout/change-mark";
import { liveWorkloadHash } from "./rollout/live-workload";
import { outputsOf, waitForMember } from "./rollout/wait";
import {
  ExistsButFails,
  isImport,
  type OperationContext,
  type Properties,
  type PropertyChange,
  type PulsarResource,
} from "../../pulsar/resource/resource";
import { errorMessage } from "../../model/error-message";

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
  /** UID of the StatefulSet: another one of the same name is another workload. */
  readonly statefulSetUid?: string;
  /** Changes with whatever restarts the pods, and so makes the rollout wait again. */
  readonly templateHash: string;
  /**
   * Number of instances, where the program states it: the rollout scales the StatefulSet to it. 0 while the member is paused
   * or stands by. It is left out where somebody else decides it, and then read from the StatefulSet.
   * @integer
   */
  readonly replicas?: number;
  /**
   * Where `replicas` is left out: the number of instances that the StatefulSet begins with, and goes on with when it has none.
   * Without it none is set: KEDA scales from and to 0 by itself.
   * @integer
   */
  readonly initialReplicas?: number;
  /** Name of the member's subscription. */
  readonly subscription?: string;
  /** Topics the member reads. */
  readonly reads?: readonly string[];
  /** Expressions over the topics of a namespace, written as topic names: those that exist are waited for like topics that it reads. */
  readonly patterns?: readonly string[];
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
  "statefulSetUid",
  "templateHash",
  "replicas",
  "subscription",
  "reads",
  "patterns",
  "writes",
] as const;

export const rollout: PulsarResource = {
  type: "function-mesh:index:Rollout",
  check: (inputs, _old, secrets) => ({ inputs, failures: checkTimeout(inputs, secrets) }),
  diff: (olds, news) => ({ changes: changedTriggers(olds, news) }),
  create: async (inputs, context) => {
    const id = idOf(inputs);
    return { id: isUnknown(id) ? "" : id, outputs: await orFails(inputs, context, waitForMember(inputs, context)) };
  },
  read: async (id, state, context) => {
    if (isImport(state)) throw new Error(notImportable("rollout"));
    const hash = await liveWorkloadHash(state.inputs, (message) => context.log("warning", message));
    if (hash === "gone") return undefined;
    const isChanged = hash !== undefined && hash !== state.outputs["liveWorkloadHash"];
    return { id, outputs: state.outputs, inputs: isChanged ? markChanged(state.inputs, hash) : unmarked(state) };
  },
  update: async (_id, old, inputs, context) => {
    return orFails(inputs, context, waitForMember(inputs, context, old));
  },
  delete: async () => undefined,
};

const idOf = (inputs: Properties): string =>
  `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;

function changedTriggers(olds: Properties, news: Properties): readonly PropertyChange[] {
  return (
    triggers
      .filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]))
      // A rollout of an earlier version of this package does not know these: that alone is nothing to wait for.
      .filter((key) => (key !== "statefulSetUid" && key !== "patterns") || olds[key] !== undefined)
      .map((path): PropertyChange => ({ path, kind: "update", replace: false }))
  );
}

/** A member that does not work has been deployed all the same: the next update must wait for it, whatever it is given then. */
const orFails = <Result>(inputs: Properties, context: OperationContext, wait: Promise<Result>): Promise<Result> =>
  wait.catch((error: unknown) => {
    if (context.preview) throw error;
    throw new ExistsButFails(errorMessage(error), idOf(inputs), outputsOf(inputs));
  });
