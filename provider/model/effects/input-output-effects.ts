import type { CryptoSpec } from "../crypto";
import type { ConsumerSpec, InputSpec, OutputSpec, ProducerSpec } from "../input-output";
import { type EffectsOf, entries } from "./effect";

/** How a topic is read or written stands in the member's description; which topics are read decides its subscriptions. */
const cryptoEffects: EffectsOf<CryptoSpec> = {
  cryptoKeyReaderClassName: "roll",
  cryptoKeyReaderConfig: "roll",
  encryptionKeys: "roll",
  producerCryptoFailureAction: "roll",
  consumerCryptoFailureAction: "roll",
  cryptoSecrets: "roll",
};

const consumerEffects: EffectsOf<ConsumerSpec> = {
  schemaType: "roll",
  serdeClassName: "roll",
  isRegexPattern: "drain",
  schemaProperties: "roll",
  consumerProperties: "roll",
  receiverQueueSize: "roll",
  cryptoConfig: cryptoEffects,
};

export const inputEffects: EffectsOf<InputSpec> = {
  topics: "drain",
  topicPattern: "drain",
  typeClassName: "roll",
  customSerdeSources: entries("drain", "roll"),
  customSchemaSources: entries("drain", "roll"),
  sourceSpecs: entries("drain", consumerEffects),
};

const producerEffects: EffectsOf<ProducerSpec> = {
  maxPendingMessages: "roll",
  maxPendingMessagesAcrossPartitions: "roll",
  useThreadLocalProducers: "roll",
  batchBuilder: "roll",
  compressionType: "roll",
  cryptoConfig: cryptoEffects,
};

export const outputEffects: EffectsOf<OutputSpec> = {
  topic: "roll",
  typeClassName: "roll",
  sinkSerdeClassName: "roll",
  sinkSchemaType: "roll",
  customSchemaSinks: "roll",
  producerConf: producerEffects,
};
