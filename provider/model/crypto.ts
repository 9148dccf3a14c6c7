import type { Json } from "./json";

/** What a client does with a message that it cannot encrypt or decrypt. */
export type CryptoFailureAction = "FAIL" | "DISCARD" | "CONSUME" | "SEND";

/** End-to-end encryption of messages. Not in Go. */
export interface CryptoSpec {
  /**
   * Class that reads the keys.
   * @example "org.apache.pulsar.client.impl.DefaultCryptoKeyReader"
   */
  readonly cryptoKeyReaderClassName: string;
  /** Settings of that class. */
  readonly cryptoKeyReaderConfig?: Readonly<Record<string, Json>>;
  /** Names of the keys to encrypt with; Python takes the first. Needed where the member writes. */
  readonly encryptionKeys?: readonly string[];
  /**
   * What a producer does when it cannot encrypt: `FAIL` or `SEND`. Java only.
   * @default "FAIL"
   */
  readonly producerCryptoFailureAction?: CryptoFailureAction;
  /**
   * What a consumer does when it cannot decrypt: `FAIL`, `DISCARD` or `CONSUME`. Java only.
   * @default "FAIL"
   */
  readonly consumerCryptoFailureAction?: CryptoFailureAction;
  /** Keys in existing Kubernetes Secrets. */
  readonly cryptoSecrets?: readonly CryptoSecretSpec[];
}

/** A key of an existing Kubernetes Secret, as a file. */
export interface CryptoSecretSpec {
  /** Name of the Secret. */
  readonly secretName: string;
  /** Key within the Secret. */
  readonly secretKey: string;
  /**
   * Directory where the key becomes a file named after `secretKey`. Left out: the key is not mounted.
   * @example "/keys"
   */
  readonly asVolume?: string;
}
