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
