/** A Pulsar cluster: how Pulumi administers it, and how members in pods reach it. */
export interface PulsarClusterSpec {
  /**
   * URL of the cluster's admin REST API, as seen from where Pulumi runs.
   * @example "https://admin.east.example.org:8443"
   */
  readonly adminUrl: string;
  /**
   * URL of the cluster's binary protocol, as seen from pods. Needed by every cluster that members run against.
   * @example "pulsar+ssl://broker.east.example.org:6651"
   */
  readonly serviceUrl?: string;
  /**
   * URL of the admin REST API, as seen from pods. State it for functions in Java that use the admin client
   * (`context.getPulsarAdmin()`).
   * @default none: functions have no admin client
   */
  readonly webServiceUrl?: string;
  /**
   * Pulsar's own name of the cluster. State it where several clusters are known to the broker and the key is not its name.
   * @default the key of this entry; with a single Pulsar cluster the name that the broker gives itself
   */
  readonly clusterName?: string;
  /**
   * How Pulumi proves who it is to the admin REST API. Nothing is sent when it is left out.
   * @plain
   */
  readonly auth?: PulsarAuthSpec;
  /**
   * How members in pods prove who they are to the cluster.
   * @default the value of `auth`, with warning FM061, since members then hold an administrator's credential
   * @plain
   */
  readonly instanceAuth?: PulsarAuthSpec;
  /**
   * TLS settings of the admin connection.
   * @plain
   */
  readonly tls?: PulsarTlsSpec;
  /**
   * TLS settings of the members' connection.
   * @default the value of `tls`
   * @plain
   */
  readonly instanceTls?: PulsarTlsSpec;
}

/** A credential for Pulsar. Exactly one of the kinds is set: `token`, `tokenFile`, `tokenCommand`, `oauth2`, `basic`, `tls`, or `plugin` with `params`. */
export interface PulsarAuthSpec {
  /**
   * A JSON Web Token.
   * @secret
   */
  readonly token?: string;
  /** Path of a file that holds a token, read at each use by Pulumi's side. Not for `instanceAuth`: a pod has no such file. */
  readonly tokenFile?: string;
  /** A command that prints a token, as program and arguments; run again when the token is refused. Not for `instanceAuth`. */
  readonly tokenCommand?: readonly string[];
  /**
   * OAuth2 client credentials.
   * @plain
   */
  readonly oauth2?: OAuth2Spec;
  /**
   * User name and password.
   * @plain
   */
  readonly basic?: BasicAuthSpec;
  /**
   * A client certificate (mutual TLS).
   * @plain
   */
  readonly tls?: ClientCertificateSpec;
  /**
   * Class name of any other authentication plugin of the client in the pods. Not for `auth`.
   * @example "org.apache.pulsar.client.impl.auth.AuthenticationSasl"
   */
  readonly plugin?: string;
  /**
   * The parameters of `plugin`, as the plugin wants them. Java and Python instances read a line break in them as a space.
   * @secret
   */
  readonly params?: string;
}

/** OAuth2 client credentials. */
export interface OAuth2Spec {
  /**
   * URL of the issuer; its metadata is read from `/.well-known/openid-configuration` below it.
   * @example "https://issuer.example.org/"
   */
  readonly issuerUrl: string;
  /** Identifier of the Pulsar cluster at the issuer. */
  readonly audience?: string;
  /** Scope to ask for. */
  readonly scope?: string;
  /**
   * The credentials file's text: JSON with `client_id` and `client_secret`.
   * @secret
   */
  readonly credentials: string;
}

/** User name and password. */
export interface BasicAuthSpec {
  readonly username: string;
  /** @secret */
  readonly password: string;
}

/** A client certificate and its key, both PEM text; the key in PKCS#8. */
export interface ClientCertificateSpec {
  /** The certificate, PEM text. */
  readonly cert: string;
  /**
   * The private key, PEM text in PKCS#8.
   * @secret
   */
  readonly key: string;
}

/** TLS settings of a connection to Pulsar. */
export interface PulsarTlsSpec {
  /**
   * Certificates of the authorities to trust, PEM text.
   * @default the authorities of the operating system or image
   */
  readonly trustCerts?: string;
  /**
   * Accept any certificate. For tests only.
   * @default false
   */
  readonly allowInsecure?: boolean;
  /**
   * Check that the certificate names the host.
   * @default true
   */
  readonly verifyHostname?: boolean;
}
