import type * as Pulumi from "@pulumi/pulumi";
import { isTlsPeer, peerUrlsOf } from "../../model/peer-urls";
import type { PulsarClusterPlan } from "../../model/plan";
import { outputOf } from "../construct/sdk";
import { child } from "./child";
import { ResourceIndex } from "./resource-index";
import type { MeshScope } from "./scope";

/**
 * Tells the brokers of each Pulsar cluster of the others that what the mesh owns there names. Found under [the key of the cluster that
 * is told].
 */
export function registerPeers(
  scope: MeshScope,
  providers: ReadonlyMap<string, Pulumi.ProviderResource>,
): ResourceIndex {
  const index = new ResourceIndex();
  const { pulsarClusters, registrations } = scope.plan;
  for (const { childName: name, pulsarCluster, peer: key } of registrations) {
    const peer = pulsarClusters.find((cluster) => cluster.key === key);
    const provider = providers.get(pulsarCluster);
    if (peer === undefined || provider === undefined) continue;
    const properties = {
      cluster: scope.placeholders.text(peer.clusterName),
      ...urlsOf(scope, peer),
      shared: true,
    };
    const wanted = { type: "function-mesh:pulsar:Cluster", name, properties };
    index.add([pulsarCluster], child(scope, wanted, { provider }));
  }
  return index;
}

/** Each URL under the name that goes with its scheme, which may be known only when another resource is there. */
function urlsOf(scope: MeshScope, { spec }: PulsarClusterPlan): Readonly<Record<string, unknown>> {
  const { web, broker } = peerUrlsOf(spec);
  const where = (url: string | undefined, holds: (text: string) => boolean): Pulumi.Output<string | undefined> =>
    outputOf(url === undefined ? undefined : scope.placeholders.text(url)).apply((text) =>
      typeof text === "string" && holds(text) ? text : undefined,
    );
  const isPlain = (text: string): boolean => !isTlsPeer(text);
  return {
    serviceUrl: where(web, isPlain),
    serviceUrlTls: where(web, isTlsPeer),
    brokerServiceUrl: where(broker, isPlain),
    brokerServiceUrlTls: where(broker, isTlsPeer),
    brokerClientTlsEnabled: where(broker, isTlsPeer).apply((text) => (text === undefined ? undefined : true)),
  };
}
