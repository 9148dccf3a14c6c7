/** Kind of the storage that old messages go to. */
export type OffloadDriver = "aws-s3" | "S3" | "google-cloud-storage" | "azureblob" | "aliyun-oss" | "filesystem";

/** Where a message is read from that is in both. */
export type OffloadedReadPriority = "BOOKKEEPER_FIRST" | "TIERED_STORAGE_FIRST";

/** Storage that old messages go to. When they go there is said by `offloadThreshold` and its neighbours. */
export interface OffloadPoliciesSpec {
  /**
   * Kind of the storage; the broker needs the offloader for it.
   * @example "aws-s3"
   */
  readonly driver: OffloadDriver;
  /**
   * Name of the bucket or container. Needed, except for `filesystem`.
   * @default none
   * @example "pulsar-orders"
   */
  readonly bucket?: string;
  /**
   * Region of the bucket.
   * @default the driver's own
   * @example "eu-west-1"
   */
  readonly region?: string;
  /**
   * URL of a storage that speaks the driver's language.
   * @default the driver's own
   * @example "https://minio.example.com:9000"
   */
  readonly serviceEndpoint?: string;
  /**
   * Identifier of the credential, for `aws-s3` and `S3`.
   * @default the broker's own credential
   * @example "pulsar-offload"
   */
  readonly credentialId?: string;
  /**
   * Secret of the credential, for `aws-s3` and `S3`. The broker shows it to everybody who may read the namespace.
   * @default the broker's own credential
   * @example "…"
   * @secret
   */
  readonly credentialSecret?: string;
  /**
   * Role that the broker takes on, for `aws-s3` and `S3`.
   * @default none
   * @example "arn:aws:iam::123456789012:role/pulsar-offload"
   */
  readonly role?: string;
  /**
   * Name of the session in that role, for `aws-s3` and `S3`.
   * @default "pulsar-s3-offload"
   * @example "orders"
   */
  readonly roleSessionName?: string;
  /**
   * Path, at the broker, of the key of a service account, for `google-cloud-storage`.
   * @default the broker's own credential
   * @example "/pulsar/conf/gcs.json"
   */
  readonly serviceAccountKeyFile?: string;
  /**
   * Path, at the broker, of the configuration for `filesystem`.
   * @default the broker's own
   * @example "/pulsar/conf/filesystem_offload_core_site.xml"
   */
  readonly fileSystemProfilePath?: string;
  /**
   * Where the files go, for `filesystem`.
   * @default the broker's own
   * @example "hdfs://namenode:9000"
   */
  readonly fileSystemUri?: string;
  /**
   * Size of the blocks that are written, as a quantity of whole bytes below `"2Gi"`.
   * @default "64Mi", for google-cloud-storage "128Mi"
   * @example "32Mi"
   */
  readonly maxBlockSize?: string;
  /**
   * Size of the buffer for reading, as a quantity below `"2Gi"`.
   * @default "1Mi"
   * @example "2Mi"
   */
  readonly readBufferSize?: string;
  /**
   * Threads that write.
   * @default 2
   * @example 4
   * @integer
   */
  readonly maxThreads?: number;
  /**
   * Threads that read.
   * @default 2
   * @example 4
   * @integer
   */
  readonly readThreads?: number;
  /**
   * How many reads are made ahead.
   * @default 1
   * @example 2
   * @integer
   */
  readonly prefetchRounds?: number;
  /**
   * Where a message is read from that is in both.
   * @default the broker's own
   * @example "BOOKKEEPER_FIRST"
   */
  readonly readPriority?: OffloadedReadPriority;
  /**
   * Further settings of the driver.
   * @default none
   * @example { "acl": "private" }
   */
  readonly extraConfigurations?: Readonly<Record<string, string>>;
}
