import { flag, integer, list, map, object, oneOf, text } from "./shape";

const cryptoShape = object({
  cryptoKeyReaderClassName: text,
  cryptoKeyReaderConfig: map(text),
  encryptionKeys: list(text),
  producerCryptoFailureAction: text,
  consumerCryptoFailureAction: text,
  cryptoSecrets: list(object({ secretName: text, secretKey: text, asVolume: text }, "secretName", "secretKey")),
});

export const inputShape = object({
  topics: list(text),
  topicPattern: text,
  typeClassName: text,
  customSerdeSources: map(text),
  customSchemaSources: map(text),
  sourceSpecs: map(
    object({
      schemaType: text,
      serdeClassname: text,
      isRegexPattern: flag,
      schemaProperties: map(text),
      consumerProperties: map(text),
      receiverQueueSize: integer,
      cryptoConfig: cryptoShape,
    }),
  ),
});

export const outputShape = object({
  topic: text,
  typeClassName: text,
  sinkSerdeClassName: text,
  sinkSchemaType: text,
  customSchemaSinks: map(text),
  producerConf: object({
    maxPendingMessages: integer,
    maxPendingMessagesAcrossPartitions: integer,
    useThreadLocalProducers: flag,
    batchBuilder: text,
    compressionType: oneOf("NONE", "LZ4", "ZLIB", "ZSTD", "SNAPPY"),
    cryptoConfig: cryptoShape,
  }),
});
