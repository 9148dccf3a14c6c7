import type { KubernetesClusterSpec } from "./kubernetes-cluster";
import type { RolloutSpec } from "./rollout";
import type { MemberOutput } from "./outputs";
import type { PulsarClusterSpec } from "./pulsar-cluster";

/**
 * Manifests for the operator streamnative/function-mesh as resources, unchanged: Functions, Sources, Sinks, FunctionMeshes and
 * BackendConfigs, in one or several documents. ConfigMaps and Secrets that they name stay references. Exactly one of `file`,
 * `files` and `text` is set.
 */
export interface ConfigFileSpec {
  /**
   * Path of the file with the manifests; a relative one is meant from the program's directory.
   * @default none: `files` or `text` is stated
   * @example "orders.yaml"
   * @plain
   */
  readonly file?: string;
  /**
   * Paths of several files with manifests. They are taken together, so that a BackendConfig holds for the components of all.
   * @default none: `file` or `text` is stated
   * @example ["orders.yaml", "backend.yaml"]
   * @plain
   */
  readonly files?: readonly string[];
  /**
   * The manifests, YAML text.
   * @default none: `file` or `files` is stated
   * @example "apiVersion: compute.functionmesh.io/v1alpha1\nkind: Function\n…"
   * @plain
   */
  readonly text?: string;
  /**
   * The Pulsar clusters, by a name of yours: where what instances do is looked up.
   * @example { "east": { "adminUrl": "https://admin.east.example.org:8443" } }
   * @plain
   */
  readonly pulsar: Readonly<Record<string, PulsarClusterSpec>>;
  /**
   * The Kubernetes cluster, by a name of yours. Its `namespace` holds for manifests that name none.
   * @example { "east": { "kubeconfig": "~/.kube/east", "namespace": "streaming" } }
   * @plain
   */
  readonly kubernetes: Readonly<Record<string, KubernetesClusterSpec>>;
  /**
   * Which entry of `pulsar` is meant by a ConfigMap that manifests call `pulsarConfig`.
   * @default the only entry of `pulsar`
   * @example { "east-pulsar": "east" }
   * @plain
   */
  readonly pulsarConfigs?: Readonly<Record<string, string>>;
  /**
   * How `pulumi up` waits for the components.
   * @default none: each field of it has its own default
   * @example { "timeoutSeconds": 600 }
   */
  readonly rollout?: RolloutSpec;
}

/** What manifests tell about themselves. */
export interface ConfigFileOutputs {
  /** The components, by `<kind>/<name>`; with those of several Kubernetes namespaces by `<namespace>/<kind>/<name>`. */
  readonly members: Readonly<Record<string, MemberOutput>>;
}
