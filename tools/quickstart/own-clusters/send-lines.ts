import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type KubernetesConnection, withinSeconds } from "../../../provider/pulumi/resources/kubernetes-connection";
import type { OwnClusters } from "./given";
import { answerSeconds } from "./reach-kubernetes";

const name = "quickstart-lines";

/** A node may have to pull the image first. */
const limitSeconds = 600;

/**
 * Sends lines to a topic from a pod, since only pods are sure to reach the brokers. It runs Pulsar's own client in the image
 * of the function in Python, and goes with its namespace.
 */
export async function sendLines(
  connection: KubernetesConnection,
  clusters: OwnClusters,
  { topic, lines }: { readonly topic: string; readonly lines: readonly string[] },
): Promise<void> {
  const { core, server } = connection;
  const namespace = clusters.kubernetesNamespace;
  const program = readFileSync(join(__dirname, "send-lines.py"), "utf8");
  const command = ["python3", "-c", program, clusters.serviceUrl, topic, JSON.stringify(lines)];
  const body = pod(clusters.images.python, command);
  await withinSeconds(answerSeconds, server, core.createNamespacedPod({ namespace, body }));
  const deadline = Date.now() + limitSeconds * 1000;
  for (;;) {
    const { status } = await withinSeconds(answerSeconds, server, core.readNamespacedPodStatus({ name, namespace }));
    if (status?.phase === "Succeeded") return;
    if (status?.phase === "Failed" || Date.now() > deadline) {
      throw new Error(`the pod ${name} could not send the lines:\n${await logOf(connection, namespace)}`);
    }
    await delay(200);
  }
}

/** What Pod Security "restricted" admits. */
const pod = (image: string, command: readonly string[]) => ({
  metadata: { name },
  spec: {
    restartPolicy: "Never",
    automountServiceAccountToken: false,
    activeDeadlineSeconds: limitSeconds,
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "lines",
        image,
        command: [...command],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "256Mi" } },
      },
    ],
  },
});

/** The end of what its container said, where there is such a thing. */
async function logOf({ core, server }: KubernetesConnection, namespace: string): Promise<string> {
  try {
    return await withinSeconds(answerSeconds, server, core.readNamespacedPodLog({ name, namespace, tailLines: 10 }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
