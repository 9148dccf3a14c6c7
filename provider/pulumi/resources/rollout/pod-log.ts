import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { tellingLines } from "./telling-lines";

/** The telling last log lines of a pod's container: of the run that ended, while the node still has them. */
export async function lastLines(
  connection: KubernetesConnection,
  namespace: string,
  pod: string,
  container: string | undefined,
): Promise<readonly string[]> {
  for (const previous of [true, false]) {
    try {
      const request = {
        name: pod,
        namespace,
        previous,
        tailLines: 400,
        ...(container === undefined ? {} : { container }),
      };
      const log = await withinSeconds(10, connection.server, connection.core.readNamespacedPodLog(request));
      const lines = tellingLines(typeof log === "string" ? log : "");
      if (lines.length > 0) return lines;
    } catch {
      // No such log: the container never ran, or the node has dropped it. The reason of the failure stands without it.
    }
  }
  return [];
}
