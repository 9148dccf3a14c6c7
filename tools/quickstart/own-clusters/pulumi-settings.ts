import type { Surroundings } from "../print-mesh";
import type { Values } from "../project";
import type { OwnClusters } from "./given";

/** The configuration of the example's program. */
export const valuesOf = (clusters: OwnClusters): Values => ({
  adminUrl: clusters.adminUrl,
  serviceUrl: clusters.serviceUrl,
  ...(clusters.clusterName === undefined ? {} : { clusterName: clusters.clusterName }),
  kubeconfig: clusters.kubeconfig,
  ...(clusters.context === undefined ? {} : { context: clusters.context }),
  kubernetesNamespace: clusters.kubernetesNamespace,
  createNamespace: true,
  tenant: clusters.tenant,
  connectors: false,
  javaImage: clusters.images.java,
  pythonImage: clusters.images.python,
});

/**
 * What pulumi gets of the environment: commands that a kubeconfig names for credentials need theirs. Not a kubeconfig that nobody
 * named here, and no settings of pulumi for stacks of somebody's.
 */
export const inheritedFrom = (environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || name === "KUBECONFIG" || name.startsWith("PULUMI_") ? [] : [[name, value]],
    ),
  );

/** How a person reaches the same Kubernetes cluster. */
export function kubectlOf({ kubeconfig, context }: OwnClusters): Pick<Surroundings, "kubectl" | "variables"> {
  const options = context === undefined ? [] : ["--context", context];
  return { kubectl: ["kubectl", "--kubeconfig", kubeconfig, ...options].map(quoted).join(" "), variables: {} };
}

const quoted = (word: string): string => (/^[\w./:=@~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
