import type { Container, EnvFromSource, EnvVar, Volume, VolumeMount } from "../model/kubernetes-types";

/** What one concern (the credential, the code, the log …) adds to a member's pods. */
export interface PodPart {
  /** Variables of the instance's container. */
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly EnvFromSource[];
  readonly volumes?: readonly Volume[];
  /** Mounts of the instance's container. */
  readonly mounts?: readonly VolumeMount[];
  readonly initContainers?: readonly Container[];
  /** Containers beside the instance's. */
  readonly sidecars?: readonly Container[];
}
