import type { Pairs } from "./field-pairs";

const crypto = (more: object): object => ({
  cryptoKeyReaderClassName: "K",
  cryptoKeyReaderConfig: { a: "b" },
  encryptionKeys: ["k"],
  ...more,
});

const pattern = (own: string, letter: string): string => `persistent://public/default/${own}-${letter}.*`;

/** Of the fields of what reads topics. */
export const readerPairs = (own: string): Pairs => ({
  subscriptionName: ["a", "b"],
  subscriptionPosition: ["earliest", "latest"],
  replicateSubscriptionState: [false, true],
  processingGuarantee: ["atleast_once", "manual"],
  retainOrdering: [false, true],
  retainKeyOrdering: [false, true],
  autoAck: [true, false],
  timeout: [1000, 2000],
  negativeAckRedeliveryDelayMs: [1, 2],
  maxMessageRetry: [1, 2],
  deadLetterTopic: [`${own}-a`, `${own}-b`],
  cleanupSubscription: [false, true],
  "input.topics": [[`${own}-a`], [`${own}-b`]],
  "input.topicPattern": [pattern(own, "a"), pattern(own, "b")],
  "input.typeClassName": ["A", "B"],
  "input.customSerdeSources": [{ [`${own}-in`]: "A" }, { [`${own}-in`]: "B" }],
  "input.customSchemaSources": [{ [`${own}-in`]: "json" }, { [`${own}-in`]: "avro" }],
  "input.sourceSpecs": [{ [`${own}-in`]: { receiverQueueSize: 1 } }, { [`${own}-in`]: { receiverQueueSize: 2 } }],
});

/** Of the fields of what writes a topic. */
export const writerPairs: Pairs = {
  "output.typeClassName": ["A", "B"],
  "output.sinkSerdeClassName": ["A", "B"],
  "output.sinkSchemaType": ["json", "avro"],
  "output.producerConf.maxPendingMessages": [1, 2],
  "output.producerConf.maxPendingMessagesAcrossPartitions": [1, 2],
  "output.producerConf.useThreadLocalProducers": [false, true],
  "output.producerConf.batchBuilder": ["DEFAULT", "KEY_BASED"],
  "output.producerConf.compressionType": ["ZSTD", "ZLIB"],
  "output.producerConf.cryptoConfig": [crypto({}), crypto({ producerCryptoFailureAction: "SEND" })],
  forwardSourceMessageProperty: [true, false],
};
