import type * as Pulumi from "@pulumi/pulumi";
import { renderNamespace } from "../../kubernetes/namespace";
import type { KubernetesClusterPlan } from "../../model/plan";
import { sdk, unknownText } from "../construct/sdk";
import { child, outputNamed } from "./child";
import { kubeconfigText } from "./kubeconfig-text";
import { kubernetesPackage } from "./kubernetes-package";
import { nowhereKubeconfig } from "./nowhere-kubeconfig";
import type { MeshScope } from "./scope";

/** A Kubernetes cluster while members are being registered. */
export interface KubernetesCluster {
  readonly plan: KubernetesClusterPlan;
  readonly provider: Pulumi.ProviderResource;
  /** How resources of this package reach the cluster; undefined when a provider was handed over, which keeps that to itself. */
  readonly connection: KubernetesConnection | undefined;
  /** UID of its `kube-system` namespace; undefined as `connection` is. */
  readonly uid: Pulumi.Output<string> | undefined;
  /** The Kubernetes namespace, when the mesh owns it. */
  readonly namespace: Pulumi.Resource | undefined;
}

export interface KubernetesConnection {
  readonly kubeconfig: Pulumi.Output<string>;
  readonly context?: Pulumi.Input<string>;
}

export function registerKubernetesClusters(scope: MeshScope): ReadonlyMap<string, KubernetesCluster> {
  return registerSharedClusters(scope, [scope])[0] ?? new Map();
}

/**
 * Registers the clusters of meshes that live in the same ones, for each mesh in turn: one provider for each cluster, since every
 * provider is a process and a connection, and what is the mesh's own there.
 */
export function registerSharedClusters(
  shared: MeshScope,
  parts: readonly MeshScope[],
): readonly ReadonlyMap<string, KubernetesCluster>[] {
  const providers = new Map(
    shared.plan.kubernetesClusters.map((plan) => [plan.key, registerProvider(shared, plan, parts)]),
  );
  return parts.map((part) => {
    const clusters = part.plan.kubernetesClusters.flatMap((plan): readonly KubernetesCluster[] => {
      const reached = providers.get(plan.key);
      if (reached === undefined) return [];
      return [{ plan, ...reached, namespace: registerNamespace(part, plan, reached.provider) }];
    });
    return new Map(clusters.map((cluster) => [cluster.plan.key, cluster]));
  });
}

function connectionOf(scope: MeshScope, plan: KubernetesClusterPlan): KubernetesConnection | undefined {
  const { kubeconfig, context, abandon } = plan.spec;
  const { output } = sdk().pulumi;
  const stated = context === undefined ? {} : { context: scope.placeholders.text(context) };
  const given = kubeconfig === undefined ? undefined : scope.placeholders.text(kubeconfig);
  if (abandon === true) {
    const text = output({ ...stated, given }).apply((known) => leftBehindText(known.given, known.context));
    return { kubeconfig: text, ...stated };
  }
  return given === undefined ? undefined : { kubeconfig: output(given).apply(textOf), ...stated };
}

/** A file that the program itself is about to write cannot be read at preview: what it will hold is unknown then. */
function textOf(value: string): Pulumi.Output<string> {
  const { output, runtime } = sdk().pulumi;
  const read = kubeconfigText(value);
  if (read.text !== undefined) return output(read.text);
  if (runtime.isDryRun() && read.mayCome) return unknownText();
  throw new Error(`kubeconfig: ${read.reason}`);
}

/** The file may be gone with the cluster; and one that is left out must not be any other. */
const leftBehindText = (value: string | undefined, context: string | undefined): string =>
  (value === undefined ? undefined : kubeconfigText(value).text) ?? nowhereKubeconfig(context);

function registerProvider(
  scope: MeshScope,
  plan: KubernetesClusterPlan,
  parts: readonly MeshScope[],
): Pick<KubernetesCluster, "provider" | "connection" | "uid"> {
  const connection = connectionOf(scope, plan);
  if (connection === undefined) {
    if (scope.givenKubernetes !== undefined) return { provider: scope.givenKubernetes, connection, uid: undefined };
    throw new Error(
      `kubernetes.${plan.key}: has no kubeconfig and the component's options hold no kubernetes provider`,
    );
  }
  // The provider waits for the identities, and every object for its provider: a swapped kubeconfig is noticed before any write.
  const identities = parts.flatMap((part) =>
    part.plan.kubernetesClusters
      .filter(({ key }) => key === plan.key)
      .map((own) => registerIdentity(part, own, connection)),
  );
  const [identity] = identities;
  const uid = identity === undefined ? undefined : outputNamed(identity, "observedUid");
  const { Provider } = kubernetesPackage();
  const provider = new Provider(
    plan.childName,
    {
      ...connection,
      namespace: scope.placeholders.text(plan.kubernetesNamespace),
      enableSecretMutable: true,
      // Objects are replaced when the cluster is another one, not when only its address or certificate changed.
      ...(uid === undefined ? {} : { clusterIdentifier: uid }),
      // What cannot be deleted there any more is dropped.
      ...(plan.spec.abandon === true ? { deleteUnreachable: true } : {}),
    },
    { parent: scope.mesh, dependsOn: identities },
  );
  return { provider, connection, uid };
}

/** One for each mesh, since its deletion waits for that mesh's pods. */
function registerIdentity(
  scope: MeshScope,
  plan: KubernetesClusterPlan,
  connection: KubernetesConnection,
): Pulumi.CustomResource {
  const properties = {
    ...connection,
    cluster: plan.key,
    uid: scope.placeholders.fill(plan.spec.uid),
    mesh: scope.plan.name,
    ...(plan.spec.abandon === true ? { abandon: true } : {}),
    deleteWaitSeconds: scope.deleteWaitSeconds,
    kubernetesNamespace: scope.placeholders.text(plan.kubernetesNamespace),
  };
  const wanted = { type: "function-mesh:index:ClusterIdentity", name: plan.childName, properties };
  return child(scope, wanted, { outputs: ["observedUid"] });
}

function registerNamespace(
  scope: MeshScope,
  plan: KubernetesClusterPlan,
  provider: Pulumi.ProviderResource,
): Pulumi.Resource | undefined {
  const manifest = renderNamespace(plan);
  if (manifest === undefined || plan.spec.abandon === true) return undefined;
  const { Namespace } = kubernetesPackage();
  const metadata = scope.placeholders.fill(manifest.metadata);
  return new Namespace(plan.childName, { metadata }, { parent: scope.mesh, provider });
}
