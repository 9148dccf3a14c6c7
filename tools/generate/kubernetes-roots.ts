/** A Kubernetes type that arguments mention. */
export interface KubernetesRoot {
  /** Group and version, as the typings spell them. */
  readonly group: string;
  readonly type: string;
}

/**
 * The files under provider/model/kubernetes-types/ and the types each starts from; the types these refer to come along.
 * A type that several files need stands in the first of them, so a file imports earlier files only.
 */
export const kubernetesRoots: Readonly<Record<string, readonly KubernetesRoot[]>> = {
  "metadata.ts": [
    { group: "meta.v1", type: "ObjectMeta" },
    { group: "meta.v1", type: "LabelSelector" },
  ],
  "resources.ts": [
    { group: "core.v1", type: "ResourceRequirements" },
    { group: "core.v1", type: "LocalObjectReference" },
  ],
  "volume-claim.ts": [{ group: "core.v1", type: "PersistentVolumeClaimSpec" }],
  "volume-projection.ts": [{ group: "core.v1", type: "ProjectedVolumeSource" }],
  "volume-network.ts": [
    { group: "core.v1", type: "AWSElasticBlockStoreVolumeSource" },
    { group: "core.v1", type: "AzureDiskVolumeSource" },
    { group: "core.v1", type: "AzureFileVolumeSource" },
    { group: "core.v1", type: "CephFSVolumeSource" },
    { group: "core.v1", type: "CinderVolumeSource" },
    { group: "core.v1", type: "FCVolumeSource" },
    { group: "core.v1", type: "FlexVolumeSource" },
    { group: "core.v1", type: "FlockerVolumeSource" },
    { group: "core.v1", type: "GCEPersistentDiskVolumeSource" },
    { group: "core.v1", type: "GlusterfsVolumeSource" },
    { group: "core.v1", type: "ISCSIVolumeSource" },
    { group: "core.v1", type: "NFSVolumeSource" },
    { group: "core.v1", type: "PhotonPersistentDiskVolumeSource" },
    { group: "core.v1", type: "PortworxVolumeSource" },
    { group: "core.v1", type: "QuobyteVolumeSource" },
    { group: "core.v1", type: "RBDVolumeSource" },
    { group: "core.v1", type: "ScaleIOVolumeSource" },
    { group: "core.v1", type: "StorageOSVolumeSource" },
    { group: "core.v1", type: "VsphereVirtualDiskVolumeSource" },
  ],
  "volume.ts": [{ group: "core.v1", type: "Volume" }],
  "container.ts": [
    { group: "core.v1", type: "EnvVar" },
    { group: "core.v1", type: "VolumeMount" },
    { group: "core.v1", type: "Probe" },
    { group: "core.v1", type: "SecurityContext" },
    { group: "core.v1", type: "Container" },
  ],
  "scheduling.ts": [
    { group: "core.v1", type: "Toleration" },
    { group: "core.v1", type: "Affinity" },
    { group: "core.v1", type: "PodSecurityContext" },
  ],
  "autoscaling.ts": [
    { group: "autoscaling.v2", type: "MetricSpec" },
    { group: "autoscaling.v2", type: "HorizontalPodAutoscalerBehavior" },
  ],
};

/** Fields left out: the API server alone writes them, or nothing reads them any more. */
export const omittedKubernetesFields: Readonly<Record<string, readonly string[]>> = {
  "meta.v1.ObjectMeta": [
    "clusterName",
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "selfLink",
    "uid",
  ],
};
