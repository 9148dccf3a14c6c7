interface RolledSpec {
  readonly minReadySeconds?: number;
  readonly replicas?: number;
}

/** How long a rollout may take: what Kubernetes lets pass from one instance to the next is not the member's. */
export const limitSeconds = (timeoutSeconds: number, { minReadySeconds = 0, replicas = 1 }: RolledSpec): number =>
  timeoutSeconds + minReadySeconds * Math.max(0, replicas - 1);
