/** How the brokers of other Pulsar clusters reach this one, to replicate messages to it. */
export interface PeerUrlsSpec {
  /**
   * URL of the admin REST API, as seen from the brokers of other Pulsar clusters.
   * @default the value of `adminUrl`
   * @example "http://pulsar-admin.east.internal:8080"
   */
  readonly web?: string;
  /**
   * URL of the binary protocol, as seen from the brokers of other Pulsar clusters.
   * @default the value of `serviceUrl`
   * @example "pulsar://pulsar-broker.east.internal:6650"
   */
  readonly broker?: string;
}

/** Both URLs as the brokers of other clusters use them. */
export const peerUrlsOf = ({ peerUrls, adminUrl, serviceUrl }: ReachedCluster) => ({
  web: peerUrls?.web ?? adminUrl,
  broker: peerUrls?.broker ?? serviceUrl,
});

interface ReachedCluster {
  readonly adminUrl: string;
  readonly serviceUrl?: string;
  readonly peerUrls?: PeerUrlsSpec;
}

/** True for a URL of either protocol that asks for TLS. */
export const isTlsPeer = (url: string): boolean => /^(https|pulsar\+ssl):/.test(url);
