import type { Json } from "./json";

/** What a client does with a message that it cannot encrypt or decrypt. */
export type CryptoFailureAction = "FAIL" | "DISCARD" | "CONSUME" | "SEND";

/** End-to-end encryption of messages. Not in Go. */
export interface CryptoSpec {
  /**
   * Class that reads the keys. In Java it is one of yours, whose public constructor takes `cryptoKeyReaderConfig` as a
   * `java.util.Map`; those of Pulsar's own client have none. In Python it is `pulsar.CryptoKeyReader` with the paths
   * `public_key_path` and `private_key_path`, or one of yours (`<module>.<Class>`) that takes the settings as named arguments:
   * over one that cannot be made, an instance in Python logs an error and writes in the clear.
   * @example "com.acme.OrderKeys"
   */
  readonly cryptoKeyReaderClassName: string;
  /**
   * Settings of that class, as it names them.
   * @default none
   * @example { "directory": "/keys" }
   */
  readonly cryptoKeyReaderConfig?: Readonly<Record<string, Json>>;
  /**
   * Names of the keys to encrypt with; Python takes the first. Needed where the member writes, and only there.
   * @default none, which is right only where the member reads
   * @example ["orders"]
   */
  readonly encryptionKeys?: readonly string[];
  /**
   * What a producer does when it cannot encrypt: `FAIL` sends nothing, `SEND` sends the message in the clear. Only where
   * the member writes, and in Java only.
   * @default "FAIL"
   * @example "SEND"
   */
  readonly producerCryptoFailureAction?: CryptoFailureAction;
  /**
   * What a consumer does when it cannot decrypt: `FAIL` waits until it can, `DISCARD` drops the message, `CONSUME` hands it
   * over encrypted. Only where the member reads, and in Java only.
   * @default "FAIL"
   * @example "CONSUME"
   */
  readonly consumerCryptoFailureAction?: CryptoFailureAction;
  /**
   * Keys in existing Kubernetes Secrets, which become files of the instance.
   * @default none: the keys are in the image, or read from elsewhere
   * @example [{ "secretName": "order-keys", "secretKey": "private.pem", "asVolume": "/keys" }]
   */
  readonly cryptoSecrets?: readonly CryptoSecretSpec[];
}

/** A key of an existing Kubernetes Secret, as a file. */
export interface CryptoSecretSpec {
  /**
   * Name of the Secret, in the member's Kubernetes namespace.
   * @example "order-keys"
   */
  readonly secretName: string;
  /**
   * Key within the Secret.
   * @example "private.pem"
   */
  readonly secretKey: string;
  /**
   * Directory where the key becomes a file named after `secretKey`.
   * @default none: the key is not mounted
   * @example "/keys"
   */
  readonly asVolume?: string;
}
