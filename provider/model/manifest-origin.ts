/** What a member that comes from an operator manifest has beyond this package's own arguments: references to what exists. */
export interface ManifestOrigin {
  /** The component's name in Kubernetes: `metadata.name`, or `<mesh>-<entry>`. */
  readonly componentName: string;
  /** How its pods reach Pulsar. */
  readonly pulsar: PulsarReferences;
  /** The Pulsar cluster its package comes from, where that is another one. */
  readonly packages?: PulsarReferences;
  /** Another credential for cleaning up subscriptions. */
  readonly cleanup?: PulsarReferences;
  /** `clusterName` of the manifest. */
  readonly clusterName: string;
  /** `sourceType` or `sinkType` of the manifest: the connector's name among those that instances know by themselves. */
  readonly builtinConnector?: string;
}

/** A Pulsar cluster, described by names of ConfigMaps and Secrets in the member's Kubernetes namespace. */
export interface PulsarReferences {
  /** ConfigMap with the keys `webServiceURL` and `brokerServiceURL`. */
  readonly configMap: string;
  /** Secret with the keys `clientAuthenticationPlugin` and `clientAuthenticationParameters`; unused where `auth` is stated. */
  readonly authSecret?: string;
  /** Secret with `tlsAllowInsecureConnection`, `tlsHostnameVerificationEnable`, `tlsTrustCertsFilePath`; unused where `tls` is stated. */
  readonly tlsSecret?: string;
  readonly auth?: ReferencedAuth;
  readonly tls?: ReferencedTls;
}

export type ReferencedAuth =
  | {
      readonly kind: "oauth2";
      readonly issuerUrl: string;
      readonly audience: string;
      readonly scope?: string;
      readonly key: SecretKey;
    }
  /** The parameters stand in the manifest in clear text; pods get them from a Secret of ours. */
  | { readonly kind: "plugin"; readonly plugin: string; readonly params: string };

export interface ReferencedTls {
  readonly enabled: boolean;
  readonly allowInsecure: boolean;
  readonly verifyHostname: boolean;
  readonly trustCerts?: SecretKey;
}

export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}
