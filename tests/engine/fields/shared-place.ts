import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import type { ControlPlane } from "../../../tools/run/control-plane";
import type { PulsarServer } from "../../../tools/run/pulsar";
import type { SharedPlace } from "../../fields/shared-pairs";
import type { Clusters } from "../../fields/shared-subjects";
import { gateTo } from "../harness/gate";
import { startIssuer } from "./issuer";
import { planeOf, brokerOf, type Surroundings } from "./surroundings";

/** The clusters, and ways to say the same of them otherwise. */
export async function sharedPlace(surroundings: Surroundings): Promise<{
  readonly clusters: Clusters;
  readonly place: SharedPlace;
  readonly stop: () => void;
}> {
  const [plane, otherPlane] = [planeOf(surroundings, "east"), planeOf(surroundings, "west")];
  const [broker, otherBroker] = [brokerOf(surroundings, "east"), brokerOf(surroundings, "west")];
  const [namespace = "", otherNamespace = "", ownKubernetesNamespace = ""] = surroundings.kubernetesNamespaces;
  const gate = await gateTo(broker.adminUrl);
  const issuer = await startIssuer();
  const kubeconfig = twoContexts(plane);
  return {
    clusters: {
      pulsar: { main: entryOf(broker), other: entryOf(otherBroker) },
      kubernetes: { main: { kubeconfig, namespace }, other: { kubeconfig: otherPlane.kubeconfig, namespace } },
    },
    place: {
      adminUrls: [broker.adminUrl, gate.url],
      kubeconfigs: [kubeconfig, plane.kubeconfigText],
      contexts: ["first", "second"],
      kubernetesNamespaces: [namespace, otherNamespace],
      ownKubernetesNamespace,
      uid: await plane.kubectl("get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}"),
      issuers: [`${issuer.url}/a`, `${issuer.url}/b`],
      tokenFiles: [tokenFile(plane, "a"), tokenFile(plane, "b")],
    },
    stop: issuer.stop,
  };
}

const entryOf = ({ adminUrl }: PulsarServer): object => ({ adminUrl, serviceUrl: "pulsar+ssl://127.0.0.1:6651" });

/** The path of a kubeconfig in which the cluster has two names. */
function twoContexts({ kubeconfig, kubeconfigText }: ControlPlane): string {
  const read = parse(kubeconfigText);
  const [{ context }] = read.contexts;
  const contexts = ["first", "second"].map((name) => ({ name, context }));
  const path = join(dirname(kubeconfig), "two-contexts.kubeconfig");
  writeFileSync(path, stringify({ ...read, contexts, "current-context": "first" }));
  return path;
}

function tokenFile({ kubeconfig }: ControlPlane, token: string): string {
  const path = join(dirname(kubeconfig), `token-${token}`);
  writeFileSync(path, token);
  return path;
}
