/** What an image can do; never guessed from its name. */
export interface RunnerSpec {
  /**
   * Connectors in the image, by the name used after `builtin://`.
   * @default none
   * @example { "file": { "path": "/pulsar/connectors/pulsar-io-file-4.0.8.nar", "className": "org.apache.pulsar.io.file.FileSource" } }
   * @plain
   */
  readonly connectors?: Readonly<Record<string, RunnerConnectorSpec>>;
  /**
   * Directory of connectors in the image, told to the Java instance. Pulsar 4.0.8 does not know the option and ends.
   * @default not told
   * @example "/pulsar/connectors"
   */
  readonly connectorsDirectory?: string;
}

/** A connector that an image contains. */
export interface RunnerConnectorSpec {
  /**
   * Path of the connector's package (.nar or .jar) in the image.
   * @example "/pulsar/connectors/pulsar-io-file-4.0.8.nar"
   */
  readonly path: string;
  /**
   * The connector's class.
   * @example "org.apache.pulsar.io.file.FileSource"
   */
  readonly className: string;
}
