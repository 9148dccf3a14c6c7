import { argumentPath } from "../../model/argument-path";
import { isUnknown } from "../../model/unknown";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PropertyChange,
  type PulsarResource,
} from "../../pulsar/resource/resource";
import { notImportable } from "./not-importable";
import { connectKubernetes, withinSeconds } from "./kubernetes-connection";
import { waitForPodsToEnd } from "./pods-end";
import { errorMessage } from "../../model/error-message";

/** Checks, before anything is written to a Kubernetes cluster, that a kubeconfig leads to the cluster it should. */
export interface ClusterIdentityArgs {
  /** Key of the cluster in `kubernetes`, for messages. */
  readonly cluster: string;
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
  /** UID that the cluster's `kube-system` namespace must have. Any when it is left out. */
  readonly uid?: string;
  /** Name of the mesh. With `kubernetesNamespace`: deletion ends when the mesh's pods there are gone. */
  readonly mesh?: string;
  /** Kubernetes namespace of the mesh's members. */
  readonly kubernetesNamespace?: string;
  /**
   * Seconds that deletion waits for those pods.
   * @default 90
   * @integer
   */
  readonly deleteWaitSeconds?: number;
  /** The cluster is dead: it is neither asked nor waited for. */
  readonly abandon?: boolean;
}

export interface ClusterIdentityOutputs {
  /** UID of the cluster's `kube-system` namespace. */
  readonly observedUid: string;
}

/** A preview must not wait long for a cluster that is away. */
const previewSeconds = 5;
const updateSeconds = 15;

export const clusterIdentity: PulsarResource = {
  type: "function-mesh:index:ClusterIdentity",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (olds, news) => {
    const changes: PropertyChange[] = [];
    for (const path of ["kubeconfig", "context", "uid", "abandon"]) {
      if (olds[path] === news[path]) continue;
      const kind = olds[path] === undefined ? "add" : news[path] === undefined ? "delete" : "update";
      changes.push({ path, kind, replace: false });
    }
    return { changes };
  },
  create: async (inputs, context) => {
    const observedUid = await observe(inputs, context);
    return { id: observedUid ?? "", outputs: outputsOf(inputs, observedUid) };
  },
  // Nothing to refresh: what a kubeconfig leads to is checked when it is about to be used.
  read: async (id, state) => {
    if (isImport(state)) throw new Error(notImportable("cluster identity"));
    return { id, ...state };
  },
  update: async (_id, old, inputs, context) => {
    const before = old.outputs["observedUid"];
    const observed = await observe(inputs, context);
    return outputsOf(inputs, observed ?? (typeof before === "string" ? before : undefined));
  },
  // It is deleted last of all in its cluster. StatefulSets are gone by then, but their pods still end in their own time.
  delete: async (_id, { inputs }, context) => {
    if (inputs["abandon"] !== true) await waitForPodsToEnd(inputs, context);
  },
};

const outputsOf = (inputs: Properties, observedUid: string | undefined): Properties => ({
  cluster: inputs["cluster"],
  context: inputs["context"],
  uid: inputs["uid"],
  ...(observedUid === undefined ? (inputs["abandon"] === true ? { observedUid: "" } : {}) : { observedUid }),
});

/** The cluster's UID; undefined at preview where the cluster does not exist or answer yet. */
async function observe(inputs: Properties, context: OperationContext): Promise<string | undefined> {
  if (isUnknown(inputs["kubeconfig"]) || inputs["abandon"] === true) return undefined;
  const path = argumentPath("kubernetes", String(inputs["cluster"]));
  const asked = kubeSystemUid(inputs, path, context.preview ? previewSeconds : updateSeconds);
  const uid = await (context.preview ? asked.catch(() => undefined) : asked);
  const wanted = inputs["uid"];
  if (uid !== undefined && wanted !== undefined && !isUnknown(wanted) && wanted !== uid) {
    throw new Error(
      `${path}: the kubeconfig leads to another cluster: its kube-system namespace has the uid ${uid}, but ${path}.uid is ${String(wanted)}. Nothing was written there. Check that kubeconfigs are not swapped.`,
    );
  }
  return uid;
}

async function kubeSystemUid(inputs: Properties, path: string, seconds: number): Promise<string> {
  try {
    const context = inputs["context"] === undefined ? undefined : String(inputs["context"]);
    const connection = await connectKubernetes(String(inputs["kubeconfig"]), context);
    const namespace = await withinSeconds(
      seconds,
      connection.server,
      connection.core.readNamespace({ name: "kube-system" }),
    );
    return namespace.metadata?.uid ?? "";
  } catch (error) {
    throw new Error(
      `${path}: the Kubernetes cluster could not be asked who it is (${errorMessage(error)}). Check its kubeconfig and that it can be reached from here.`,
    );
  }
}
