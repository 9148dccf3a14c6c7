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
    return plan.pulsarClusters.filter(({ key }) => peers.has(key)).flatMap(findings);
  },
};

function findings({ key, spec }: PulsarClusterPlan): readonly Finding[] {
  const { web, broker } = peerUrlsOf(spec);
  const path = argumentPath("pulsar", key, "peerUrls");
  if (broker === undefined || broker === "") {
    const help = "state the URL of the binary protocol, as the brokers of the other clusters reach it";
    return [{ path: argumentPath(path, "broker"), message: "is missing, and so is `serviceUrl`", help }];
  }
  if (!isKnown(web) || !isKnown(broker) || isTlsPeer(web) === isTlsPeer(broker)) return [];
  const help = "state both with TLS (https://, pulsar+ssl://) or both without";
  return [
    { path, message: `brokers of other clusters would use "${web}" and "${broker}", one of them with TLS`, help },
  ];
}
