import type { CoreV1Api } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { stuckPods } from "../../../kubernetes/evidence";
import type { ObservedWorkload } from "../../../kubernetes/observed";
import { nameOf, uidOf } from "../../../kubernetes/pods";
import { KubernetesCallError, withinSeconds } from "../kubernetes-connection";
import { errorMessage } from "../../../model/error-message";

/** What deleting pods needs of a connection. */
export interface DeletingConnection {
  readonly core: Pick<CoreV1Api, "deleteNamespacedPod">;
  readonly server: string;
}

/** Where the pods are, and what is said of them. */
export interface Retry {
  readonly connection: DeletingConnection;
  readonly namespace: string;
  log(severity: "info" | "warning", message: string): void;
}

/**
 * Deletes the pods that had failed before the wait began and wait to be tried again, which Kubernetes does after minutes
 * only: they are made anew at once, with the credential or the image as it is now. Each is deleted once. Resolves to the
 * UIDs of those that go.
 */
export async function retryStuck(
  { connection, namespace, log }: Retry,
  workload: ObservedWorkload,
  tried: Set<string>,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const pod of stuckPods(workload).filter((found) => !tried.has(uidOf(found)))) {
    const [name, uid] = [nameOf(pod), uidOf(pod)];
    tried.add(uid);
    try {
      // By its UID: meanwhile another pod may have taken the name.
      const call = connection.core.deleteNamespacedPod({ name, namespace, body: { preconditions: { uid } } });
      await withinSeconds(15, connection.server, call);
      log("info", `pod ${name} had failed before this update; it is deleted, so that it is tried again at once`);
    } catch (error) {
      if (!isGone(error)) {
        const reason = errorMessage(error);
        log(
          "warning",
          `pod ${name} had failed before this update, and could not be deleted to try it again: ${reason}`,
        );
        continue;
      }
    }
    gone.push(uid);
  }
  return gone;
}

const isGone = (error: unknown): boolean =>
  error instanceof KubernetesCallError && (error.status === 404 || error.status === 409);
