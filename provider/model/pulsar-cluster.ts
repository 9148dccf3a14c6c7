import type { PeerUrlsSpec } from "./peer-urls";

/** A Pulsar cluster: how Pulumi administers it, and how members in pods reach it. */
export interface PulsarClusterSpec {
  /**
   * URL of the cluster's admin REST API, as seen from where Pulumi runs.
   * @example "https://admin.east.example.org:8443"
   */
  readonly adminUrl: string;
  /**
   * URL of the cluster's binary protocol, as seen from pods. Needed by every cluster that members run against.
   * @default none, which is right only where no member runs against the cluster
   * @example "pulsar+ssl://broker.east.example.org:6651"
   */
  readonly serviceUrl?: string;
  /**
   * URL of the admin REST API, as seen from pods. State it for functions in Java that use the admin client
   * (`context.getPulsarAdmin()`).
   * @default none: functions have no admin client
   * @example "https://admin.east.example.org:8443"
   */
  readonly webServiceUrl?: string;
  /**
   * Pulsar's own name of the cluster. State it where several clusters are known to the broker and the key is not its name.
   * @default the key of this entry; with a single Pulsar cluster the name that the broker gives itself
   * @example "pulsar-east"
   */
  readonly clusterName?: string;
  /**
   * How Pulumi proves who it is to the admin REST API.
   * @default none: nothing is sent
   * @example { "tokenFile": "/run/secrets/pulsar-token" }
   * @plain
   */
  readonly auth?: PulsarAuthSpec;
  /**
   * How members in pods prove who they are to the cluster.
   * @default the value of `auth`, with warning FM061, since members then hold an administrator's credential
   * @example { "tls": { "cert": "-----BEGIN CERTIFICATE-----…", "key": "-----BEGIN PRIVATE KEY-----…" } }
   * @plain
   */
  readonly instanceAuth?: PulsarAuthSpec;
  /**
   * TLS settings of the admin connection.
   * @default none: each field of it has its own default
   * @example { "trustCerts": "-----BEGIN CERTIFICATE-----…" }
   * @plain
   */
  readonly tls?: PulsarTlsSpec;
  /**
   * TLS settings of the members' connection.
   * @default the value of `tls`
   * @example { "trustCerts": "-----BEGIN CERTIFICATE-----…" }
   * @plain
   */
  readonly instanceTls?: PulsarTlsSpec;
  /**
   * How the brokers of other Pulsar clusters reach this one, where the mesh replicates messages to it.
   * @default the URLs that Pulumi and the members use
   * @example { "web": "http://pulsar-admin.east.internal:8080", "broker": "pulsar://pulsar-broker.east.internal:6650" }
   * @plain
   */
  readonly peerUrls?: PeerUrlsSpec;
  /**
   * How long calls of the admin REST API may take, and how many are made at the same time.
   * @default none: each field of it has its own default
   * @example { "callTimeoutSeconds": 60 }
   * @plain
   */
  readonly limits?: PulsarLimitsSpec;
}

/** Limits of the calls of the admin REST API. */
export interface PulsarLimitsSpec {
  /**
   * Seconds that one call may take. What is known to take longer, such as making many partitions, is given longer.
   * @default 30
   * @example 60
   * @integer
   */
  readonly callTimeoutSeconds?: number;
  /**
   * Seconds that a call may take with all its repetitions: so long a broker that is away, or not ready, is waited for; 30 at the
   * most where none has answered yet.
   * @default 120
   * @example 300
   * @integer
   */
  readonly totalTimeoutSeconds?: number;
  /**
   * The most calls to one host of the cluster at the same time; others wait.
   * @default 16
   * @example 4
   * @integer
   */
  readonly parallelCalls?: number;
}

/**
 * A credential for Pulsar. Exactly one of the kinds is set: `token`, `tokenFile`, `tokenVariable`, `tokenCommand`, `oauth2`,
 * `basic`, `tls`, or `plugin` with `params`; `headers` may stand beside each of them, or alone.
 */
export interface PulsarAuthSpec {
  /**
   * A JSON Web Token.
   * @default none: another kind is stated
   * @example "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJlbnJpY2gifQ.…"
   * @secret
   */
  readonly token?: string;
  /**
   * Path of a file that holds a token, read at each use by Pulumi's side. Not for `instanceAuth`: a pod has no such file.
   * @default none: another kind is stated
   * @example "/run/secrets/pulsar-token"
   */
  readonly tokenFile?: string;
  /**
   * Name of an environment variable that holds a token, read at each use by Pulumi's side. Not for `instanceAuth`.
   * @default none: another kind is stated
   * @example "PULSAR_TOKEN"
   */
  readonly tokenVariable?: string;
  /**
   * A command that prints a token, as program and arguments; run again when the token is refused. Not for `instanceAuth`.
   * @default none: another kind is stated
   * @example ["vault", "kv", "get", "-field=token", "secret/pulsar"]
   */
  readonly tokenCommand?: readonly string[];
  /**
   * OAuth2 client credentials: the issuer gives tokens for them.
   * @default none: another kind is stated
   * @example { "issuerUrl": "https://issuer.example.org/", "credentials": "{ \"client_id\": \"mesh\", \"client_secret\": \"…\" }" }
   * @plain
   */
  readonly oauth2?: OAuth2Spec;
  /**
   * User name and password. Not for `instanceAuth`: instances take them as `params` of a plugin.
   * @default none: another kind is stated
   * @example { "username": "mesh", "password": "correct horse" }
   * @plain
   */
  readonly basic?: BasicAuthSpec;
  /**
   * A client certificate (mutual TLS).
   * @default none: another kind is stated
   * @example { "cert": "-----BEGIN CERTIFICATE-----…", "key": "-----BEGIN PRIVATE KEY-----…" }
   * @plain
   */
  readonly tls?: ClientCertificateSpec;
  /**
   * Class name of any other authentication plugin, which clients in pods load: for `instanceAuth`, and for `auth` only beside
   * `headers` that state what it would add to calls of the admin REST API.
   * @default none: another kind is stated
   * @example "org.apache.pulsar.client.impl.auth.AuthenticationSasl"
   */
  readonly plugin?: string;
  /**
   * The parameters of `plugin`, as the plugin wants them. Java and Python instances read a line break in them as a space.
   * @default none
   * @example "{ \"saslJaasClientSectionName\": \"PulsarClient\", \"serverType\": \"broker\" }"
   * @secret
   */
  readonly params?: string;
  /**
   * HTTP headers to add to each call of the admin REST API: what an authentication provider of the broker's own, or a gateway
   * in front of it, asks for. Not for `instanceAuth`: the binary protocol has none.
   * @default none
   * @example { "X-Pulsar-Auth-Method-Name": "acme", "X-Acme-Key": "…" }
   * @secret
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** OAuth2 client credentials. */
export interface OAuth2Spec {
  /**
   * URL of the issuer; its metadata is read from `/.well-known/openid-configuration` below it.
   * @example "https://issuer.example.org/"
   */
  readonly issuerUrl: string;
  /**
   * Identifier of the Pulsar cluster at the issuer, for issuers that ask for one.
   * @default none
   * @example "urn:pulsar:east"
   */
  readonly audience?: string;
  /**
   * Scope to ask for, for issuers that have them.
   * @default none
   * @example "pulsar"
   */
  readonly scope?: string;
  /**
   * The credentials file's text: JSON with `client_id` and `client_secret`.
   * @example "{ \"client_id\": \"mesh\", \"client_secret\": \"…\" }"
   * @secret
   */
  readonly credentials: string;
}

/** User name and password. */
export interface BasicAuthSpec {
  /**
   * Name of the user.
   * @example "mesh"
   */
  readonly username: string;
  /**
   * Password of the user.
   * @example "correct horse"
   * @secret
   */
  readonly password: string;
}

/** A client certificate and its key, both PEM text; the key in PKCS#8. */
export interface ClientCertificateSpec {
  /**
   * The certificate, PEM text, followed by those of intermediate authorities if there are any.
   * @example "-----BEGIN CERTIFICATE-----…"
   */
  readonly cert: string;
  /**
   * The private key, PEM text in PKCS#8.
   * @example "-----BEGIN PRIVATE KEY-----…"
   * @secret
   */
  readonly key: string;
}

/** TLS settings of a connection to Pulsar. */
export interface PulsarTlsSpec {
  /**
   * Certificates of the authorities to trust, PEM text.
   * @default the authorities of the operating system or image
   * @example "-----BEGIN CERTIFICATE-----…"
   */
  readonly trustCerts?: string;
  /**
   * Accept any certificate. For tests only.
   * @default false
   * @example true
   */
  readonly allowInsecure?: boolean;
  /**
   * Check that the certificate names the host.
   * @default true
   * @example false
   */
  readonly verifyHostname?: boolean;
}
