/** How the brokers of one Pulsar cluster reach another one, which they replicate to. What is left out is not managed. */
export interface ClusterRegistrationSpec {
  /**
   * URL of its admin REST API. Several hosts are separated by commas.
   * @default not managed: none in a cluster that is made
   * @example "http://admin.west.example.org:8080"
   */
  readonly serviceUrl?: string;
  /**
   * URL of its admin REST API with TLS.
   * @default not managed: none in a cluster that is made
   * @example "https://admin.west.example.org:8443"
   */
  readonly serviceUrlTls?: string;
  /**
   * URL of its binary protocol, which messages are replicated by.
   * @default not managed: none in a cluster that is made
   * @example "pulsar://broker.west.example.org:6650"
   */
  readonly brokerServiceUrl?: string;
  /**
   * URL of its binary protocol with TLS; it counts where `brokerClientTlsEnabled` is set.
   * @default not managed: none in a cluster that is made
   * @example "pulsar+ssl://broker.west.example.org:6651"
   */
  readonly brokerServiceUrlTls?: string;
  /**
   * URL of a proxy that leads to it, stated together with `proxyProtocol`.
   * @default not managed: none in a cluster that is made
   * @example "pulsar+ssl://proxy.example.org:4443"
   */
  readonly proxyServiceUrl?: string;
  /**
   * How that proxy is told where to connect to. Pulsar knows `SNI` alone.
   * @default not managed: none in a cluster that is made
   * @example "SNI"
   */
  readonly proxyProtocol?: string;
  /**
   * The name that its brokers have for the listener to connect to, where they have several.
   * @default not managed: none in a cluster that is made
   * @example "external"
   */
  readonly listenerName?: string;
  /**
   * Class by which brokers prove who they are to it.
   * @default not managed: what brokers use among themselves, in a cluster that is made
   * @example "org.apache.pulsar.client.impl.auth.AuthenticationToken"
   */
  readonly authenticationPlugin?: string;
  /**
   * What that class is given.
   * @default not managed: none in a cluster that is made
   * @example "file:///pulsar/tokens/west"
   * @secret
   */
  readonly authenticationParameters?: string;
  /**
   * Names of clusters that a namespace's clients may be sent to in its place. The broker has to know them, and two peers cannot
   * replicate the same namespace.
   * @default not managed: none in a cluster that is made
   * @example ["pulsar-south"]
   */
  readonly peerClusterNames?: readonly string[];
  /**
   * Connect to it with TLS.
   * @default not managed: false in a cluster that is made
   * @example true
   */
  readonly brokerClientTlsEnabled?: boolean;
  /**
   * Trust whatever certificate it shows.
   * @default not managed: false in a cluster that is made
   * @example true
   */
  readonly tlsAllowInsecureConnection?: boolean;
  /**
   * Path, where brokers run, of the certificates of authorities that they trust.
   * @default not managed: none in a cluster that is made
   * @example "/pulsar/certs/ca.pem"
   */
  readonly brokerClientTrustCertsFilePath?: string;
  /**
   * Path, where brokers run, of their certificate.
   * @default not managed: none in a cluster that is made
   * @example "/pulsar/certs/broker.pem"
   */
  readonly brokerClientCertificateFilePath?: string;
  /**
   * Path, where brokers run, of the key of their certificate.
   * @default not managed: none in a cluster that is made
   * @example "/pulsar/certs/broker-key.pem"
   */
  readonly brokerClientKeyFilePath?: string;
  /**
   * Take certificates and keys from stores of Java in place of files.
   * @default not managed: false in a cluster that is made
   * @example true
   */
  readonly brokerClientTlsEnabledWithKeyStore?: boolean;
  /**
   * Kind of the store of trusted certificates: `JKS` or `PKCS12`.
   * @default not managed: none in a cluster that is made
   * @example "PKCS12"
   */
  readonly brokerClientTlsTrustStoreType?: string;
  /**
   * Path, where brokers run, of the store of trusted certificates.
   * @default not managed: none in a cluster that is made
   * @example "/pulsar/certs/trust.p12"
   */
  readonly brokerClientTlsTrustStore?: string;
  /**
   * Password of the store of trusted certificates.
   * @default not managed: none in a cluster that is made
   * @example "correct horse"
   * @secret
   */
  readonly brokerClientTlsTrustStorePassword?: string;
  /**
   * Kind of the store of brokers' own certificate: `JKS` or `PKCS12`.
   * @default not managed: none in a cluster that is made
   * @example "PKCS12"
   */
  readonly brokerClientTlsKeyStoreType?: string;
  /**
   * Path, where brokers run, of the store of their own certificate.
   * @default not managed: none in a cluster that is made
   * @example "/pulsar/certs/broker.p12"
   */
  readonly brokerClientTlsKeyStore?: string;
  /**
   * Password of the store of brokers' own certificate.
   * @default not managed: none in a cluster that is made
   * @example "correct horse"
   * @secret
   */
  readonly brokerClientTlsKeyStorePassword?: string;
  /**
   * Class by which brokers make their TLS connections to it.
   * @default not managed: Pulsar's own
   * @example "org.apache.pulsar.common.util.DefaultPulsarSslFactory"
   */
  readonly brokerClientSslFactoryPlugin?: string;
  /**
   * What that class is given.
   * @default not managed: none in a cluster that is made
   * @example "{\"provider\": \"Conscrypt\"}"
   */
  readonly brokerClientSslFactoryPluginParams?: string;
}
