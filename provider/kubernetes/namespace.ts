import type { KubernetesClusterPlan } from "../model/plan";
import type { Namespace } from "./manifest";

/** The Kubernetes namespace of a cluster's members, where the mesh is to make it. */
export const renderNamespace = ({ kubernetesNamespace, spec }: KubernetesClusterPlan): Namespace | undefined =>
  spec.createNamespace === true
    ? { apiVersion: "v1", kind: "Namespace", metadata: { name: kubernetesNamespace } }
    : undefined;
