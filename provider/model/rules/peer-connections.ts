import { argumentPath } from "../argument-path";
import { isTlsPeer, peerUrlsOf } from "../peer-urls";
import type { PulsarClusterPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM025 */
export const peerConnections: Rule = {
  code: "FM025",
  severity: "error",
  inManifests: "error",
  title: "Brokers can reach each other",
  description:
    "A Pulsar cluster that messages are replicated to has a URL of its admin REST API and one of its binary protocol, both with TLS or both without: brokers use one setting for the two.",
  check: ({ plan }) => {
    const peers = new Set(plan.registrations.map(({ peer }) => peer));
    const used = new Set(plan.members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster)));
    return plan.pulsarClusters
      .filter(({ key }) => peers.has(key))
      .flatMap((cluster) => findings(cluster, used.has(cluster.key)));
  },
};

/** Schemes that FM060 refuses tell nothing of TLS. */
const isUrl = { web: /^https?:\/\//, broker: /^pulsar(\+ssl)?:\/\// } as const;

function findings({ key, spec }: PulsarClusterPlan, isUsed: boolean): readonly Finding[] {
  const { web, broker } = peerUrlsOf(spec);
  const path = argumentPath("pulsar", key, "peerUrls");
  if (broker === undefined || broker === "") {
    // Members need it as well, which FM002 tells.
    if (isUsed && spec.peerUrls?.broker === undefined) return [];
    const help = "state the URL of the binary protocol, as the brokers of the other clusters reach it";
    return [{ path: argumentPath(path, "broker"), message: "is missing, and so is `serviceUrl`", help }];
  }
  if (!isKnown(web) || !isKnown(broker) || isTlsPeer(web) === isTlsPeer(broker)) return [];
  if (!isUrl.web.test(web) || !isUrl.broker.test(broker)) return [];
  const help = "state both with TLS (https://, pulsar+ssl://) or both without";
  return [
    { path, message: `brokers of other clusters would use "${web}" and "${broker}", one of them with TLS`, help },
  ];
}
