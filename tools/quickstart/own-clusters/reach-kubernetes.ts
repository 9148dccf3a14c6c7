import { kubeconfigText } from "../../../provider/pulumi/components/kubeconfig-text";
import {
  connectKubernetes,
  KubernetesCallError,
  type KubernetesConnection,
  withinSeconds,
} from "../../../provider/pulumi/resources/kubernetes-connection";
import { reason } from "../../obtain/unobtainable";
import type { OwnClusters } from "./given";
import { Refusal } from "./refusal";

export type { KubernetesConnection };

export const answerSeconds = 10;

/** The Kubernetes cluster that the options name, after it has answered; a Refusal says what keeps it from that. */
export async function reachKubernetes({ kubeconfig, context }: OwnClusters): Promise<KubernetesConnection> {
  const text = readKubeconfig(kubeconfig);
  const connection = await connectKubernetes(text, context).catch((error: unknown) => {
    const isAboutContext = context !== undefined && reason(error).includes(`context "${context}"`);
    throw new Refusal(`${isAboutContext ? "--context" : "--kubeconfig"} ${kubeconfig}: ${reason(error)}.`);
  });
  const { server, core } = connection;
  const answer = await withinSeconds(answerSeconds, server, core.getAPIResources()).catch((error: unknown) => {
    throw new Refusal(`--kubeconfig ${kubeconfig}: ${wordsOf(error)}`);
  });
  if (answer.groupVersion === "v1") return connection;
  throw new Refusal(`--kubeconfig ${kubeconfig}: ${server} answers, but not as an API server of Kubernetes does.`);
}

function readKubeconfig(path: string): string {
  const read = kubeconfigText(path);
  if (read.text !== undefined) return read.text;
  throw new Refusal(`--kubeconfig: ${read.mayCome ? `there is no file ${path}` : read.reason}.`);
}

const helps: Readonly<Record<number, string>> = {
  401: "Is the credential in the kubeconfig still valid?",
  403: "The credential in the kubeconfig lacks the privilege.",
  404: "Is that an API server of Kubernetes?",
};

function wordsOf(error: unknown): string {
  const status = error instanceof KubernetesCallError ? error.status : undefined;
  const help = status === undefined ? "Is the API server reachable from here?" : helps[status];
  return `${reason(error).replace(/\.$/, "")}.${help === undefined ? "" : ` ${help}`}`;
}

/** Refuses a namespace that exists: nothing tells what in it is somebody's. */
export async function refuseNamespace({ core, server }: KubernetesConnection, name: string): Promise<void> {
  try {
    await withinSeconds(answerSeconds, server, core.readNamespace({ name }));
  } catch (error) {
    if (error instanceof KubernetesCallError && error.status === 404) return;
    throw new Refusal(`--namespace ${name}: could not look whether it exists: ${wordsOf(error)}`);
  }
  throw new Refusal(
    `--namespace ${name}: this Kubernetes namespace exists already, and the quickstart only uses one that it makes; name another one, or delete it where a quickstart has left it.`,
  );
}
