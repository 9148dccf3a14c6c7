/** A Kubernetes cluster that members run in. */
export interface KubernetesClusterSpec {
  /**
   * The kubeconfig: its text, or the path of a file. A mesh with one Kubernetes cluster may leave it out; it then uses the
   * kubernetes provider given in the component's options. The ambient kubeconfig is never used.
   * @secret
   */
  readonly kubeconfig?: string;
  /**
   * The context of the kubeconfig.
   * @default the kubeconfig's current context
   */
  readonly context?: string;
  /**
   * The Kubernetes namespace of the members. It must exist unless `createNamespace` is true.
   * @default "default"
   */
  readonly namespace?: string;
  /**
   * Create (and own) the Kubernetes namespace.
   * @default false
   * @plain
   */
  readonly createNamespace?: boolean;
  /**
   * Key of the entry of `pulsar` that members in this cluster use.
   * @default the same key, else the only entry of `pulsar`
   * @plain
   */
  readonly pulsar?: string;
  /**
   * UID of the cluster's `kube-system` namespace. When given, a kubeconfig that leads to another cluster is refused before
   * anything is written there. `kubectl get namespace kube-system -o jsonpath={.metadata.uid}` prints it.
   */
  readonly uid?: string;
}
