import { setTimeout as delay } from "node:timers/promises";
import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { speaksOfErrors, tellingLines } from "./telling-lines";

/**
 * The telling last log lines of a pod's container. The run that failed is the current one while it has not been started again,
 * else the previous one, which nodes do not keep for long: the log that speaks of errors is the one looked for.
 */
export async function lastLines(
  connection: KubernetesConnection,
  namespace: string,
  pod: string,
  container: string | undefined,
): Promise<readonly string[]> {
  let latest = "";
  for (const previous of [false, true, false]) {
    const log = await readLog(connection, {
      name: pod,
      namespace,
      previous,
      ...(container === undefined ? {} : { container }),
    });
    if (speaksOfErrors(log)) return tellingLines(log);
    if (latest === "") latest = log;
    if (previous) await delay(2000); // a run that has just begun says soon why it will fail
  }
  return tellingLines(latest);
}

interface LogRequest {
  readonly name: string;
  readonly namespace: string;
  readonly previous: boolean;
  readonly container?: string;
}

/** Empty where there is no such log: the container never ran, or the node has dropped it. */
async function readLog(connection: KubernetesConnection, request: LogRequest): Promise<string> {
  try {
    const call = connection.core.readNamespacedPodLog({ ...request, tailLines: 400 });
    const log: unknown = await withinSeconds(10, connection.server, call);
    return typeof log === "string" && !log.startsWith("unable to retrieve container logs") ? log : "";
  } catch {
    return "";
  }
}
