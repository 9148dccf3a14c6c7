import { argumentPath } from "../../model/argument-path";
import { isUnknown } from "../../model/unknown";
import { isImport, type Properties, type PropertyChange, type PulsarResource } from "../../pulsar/resource/resource";
import { notImportable } from "./not-importable";
import { connectKubernetes, KubeconfigError, KubernetesCallError, withinSeconds } from "./kubernetes-connection";
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

/** How a cluster is asked. */
interface Patience {
  readonly seconds: number;
  /** Without an answer there is no uid to compare; who writes to the cluster then is told the same. */
  readonly mayBeAway: boolean;
}

/** A preview must not wait long for a cluster that is away, or not made yet. */
const ifAnswers: Patience = { seconds: 5, mayBeAway: true };
const mustAnswer: Patience = { seconds: 15, mayBeAway: false };

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
  // Where a stated uid is not the one that is found, the update that this asks for says so.
  outdated: async (inputs) => {
    const isRight = await observePinned(inputs).then(
      () => true,
      () => false,
    );
    return isRight ? [] : [{ path: "uid", kind: "update", replace: false }];
  },
  create: async (inputs, { preview }) => {
    const observedUid = await observe(inputs, preview ? ifAnswers : mustAnswer);
    return { id: observedUid ?? "", outputs: outputsOf(inputs, observedUid) };
  },
  /*
   * A host name may lead elsewhere than before, where a refresh finds nothing of the mesh. The engine asks for all objects at once, so this
   * only tells why they are gone. Without a stated uid another cluster is no mistake, and it is looked at when the kubeconfig changes.
   */
  read: async (id, state) => {
    if (isImport(state)) throw new Error(notImportable("cluster identity"));
    await observePinned(state.inputs);
    return { id, ...state };
  },
  update: async (_id, old, inputs, { preview }) => {
    const before = old.outputs["observedUid"];
    const observed = await observe(inputs, preview ? ifAnswers : mustAnswer);
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

/** The cluster's UID; undefined where it is not asked, or away. */
async function observe(inputs: Properties, patience: Patience): Promise<string | undefined> {
  if (isUnknown(inputs["kubeconfig"]) || inputs["abandon"] === true) return undefined;
  const path = argumentPath("kubernetes", String(inputs["cluster"]));
  const uid = await kubeSystemUid(inputs, patience.seconds).catch((error: unknown) => {
    if (patience.mayBeAway && isAway(error)) return undefined;
    throw new Error(`${path}: ${sentenceOf(error)}`);
  });
  const wanted = inputs["uid"];
  if (uid !== undefined && wanted !== undefined && !isUnknown(wanted) && wanted !== uid) {
    throw new Error(
      `${path}: the kubeconfig leads to another cluster: its kube-system namespace has the uid ${uid}, but ${path}.uid is ${String(wanted)}. Nothing was written there. Check that kubeconfigs are not swapped, and where the name of the server leads.`,
    );
  }
  return uid;
}

/** The client library takes a third of a second to load, which only who states a uid has to wait for when nothing has changed. */
const observePinned = async (inputs: Properties): Promise<unknown> =>
  inputs["uid"] === undefined ? undefined : observe(inputs, ifAnswers);

/** No answer, or one that says to come again. */
const isAway = (error: unknown): boolean =>
  error instanceof KubernetesCallError && (error.status === undefined || error.status === 429 || error.status >= 500);

const sentenceOf = (error: unknown): string =>
  error instanceof KubeconfigError
    ? `${error.message}. Correct its kubeconfig or context.`
    : `the Kubernetes cluster could not be asked who it is (${errorMessage(error)}). Check its kubeconfig and that it can be reached from here.`;

async function kubeSystemUid(inputs: Properties, seconds: number): Promise<string> {
  const context = inputs["context"] === undefined ? undefined : String(inputs["context"]);
  const connection = await connectKubernetes(String(inputs["kubeconfig"]), context);
  const namespace = await withinSeconds(
    seconds,
    connection.server,
    connection.core.readNamespace({ name: "kube-system" }),
  );
  return namespace.metadata?.uid ?? "";
}
