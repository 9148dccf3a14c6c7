/** A Kubernetes cluster that members run in. */
export interface KubernetesClusterSpec {
  /**
   * The kubeconfig: its text, or the path of a file. A mesh with several Kubernetes clusters states it for each. The ambient
   * kubeconfig is never used.
   * @default the kubernetes provider given in the component's options
   * @example "~/.kube/east"
   * @secret
   */
  readonly kubeconfig?: string;
  /**
   * The context of the kubeconfig.
   * @default the kubeconfig's current context
   * @example "admin@east"
   */
  readonly context?: string;
  /**
   * The Kubernetes namespace of the members. It must exist unless `createNamespace` is true.
   * @default "default"
   * @example "streaming"
   */
  readonly namespace?: string;
  /**
   * Create (and own) the Kubernetes namespace, which must not exist yet. It is deleted with everything in it by a destroy, and when
   * this is turned off: to keep it, take it out of the stack first (`pulumi state delete`).
   * @default false
   * @example true
   * @plain
   */
  readonly createNamespace?: boolean;
  /**
   * Key of the entry of `pulsar` that members in this cluster use.
   * @default the same key, else the only entry of `pulsar`
   * @example "east"
   * @plain
   */
  readonly pulsar?: string;
  /**
   * UID of the cluster's `kube-system` namespace: a kubeconfig that leads to another cluster is refused before anything is
   * written there. `kubectl get namespace kube-system -o jsonpath={.metadata.uid}` prints it.
   * @default none: no cluster is refused
   * @example "0b0a2e4e-5d4a-4c6f-9a55-2f1c8d3b7e10"
   */
  readonly uid?: string;
  /**
   * Leave a dead cluster behind: nothing runs in it any more for the mesh, nothing waits for it, and what the state has of it is
   * dropped; a warning lists what that is. Its kubeconfig may be left out then, or be the path of a file that is gone. Topics and
   * subscriptions stay. Once an update has done so, the entry can go as well. From a cluster that answers after all, the objects are
   * deleted.
   * @default false
   * @example true
   * @plain
   */
  readonly abandon?: boolean;
}
