import type { CryptoFailureAction, CryptoSpec } from "../../crypto";
import type { ConsumerSpec, InputSpec, OutputSpec, ProducerSpec } from "../../input-output";
import { bytesClass } from "../../type-class";
import type { FunctionManifest, SourceManifest } from "../shape/component-shapes";
import { stated } from "../stated";

type InputManifest = NonNullable<FunctionManifest["input"]>;
type OutputManifest = NonNullable<FunctionManifest["output"]>;
type ConsumerManifest = NonNullable<InputManifest["sourceSpecs"]>[string];
type ProducerManifest = NonNullable<OutputManifest["producerConf"]>;
type CryptoManifest = NonNullable<ConsumerManifest["cryptoConfig"]>;

export const convertInput = (input: InputManifest = {}): InputSpec =>
  stated({
    topics: input.topics,
    topicPattern: input.topicPattern,
    typeClassName: input.typeClassName ?? bytesClass,
    customSerdeSources: input.customSerdeSources,
    customSchemaSources: input.customSchemaSources,
    sourceSpecs: input.sourceSpecs === undefined ? undefined : convertConsumers(input.sourceSpecs),
  });

const convertConsumers = (consumers: NonNullable<InputManifest["sourceSpecs"]>): InputSpec["sourceSpecs"] =>
  Object.fromEntries(Object.entries(consumers).map(([topic, consumer]) => [topic, convertConsumer(consumer)]));

const convertConsumer = (consumer: ConsumerManifest): ConsumerSpec =>
  stated({
    schemaType: consumer.schemaType,
    serdeClassName: consumer.serdeClassname,
    isRegexPattern: consumer.isRegexPattern,
    schemaProperties: consumer.schemaProperties,
    consumerProperties: consumer.consumerProperties,
    receiverQueueSize: consumer.receiverQueueSize,
    cryptoConfig: convertCrypto(consumer.cryptoConfig),
  });

/** Without a topic nothing is written, and nothing else that `output` says has a meaning. */
export const convertFunctionOutput = (output: OutputManifest = {}): OutputSpec | undefined =>
  output.topic === undefined ? undefined : { ...convertOutput(output), topic: output.topic };

/** A source of the operator produces with settings of its own where none are stated. */
export const convertSourceOutput = (output: NonNullable<SourceManifest["output"]> = {}): OutputSpec => ({
  ...convertOutput(output),
  topic: output.topic ?? "",
  producerConf: convertProducer(
    output.producerConf ?? {
      maxPendingMessages: 1000,
      maxPendingMessagesAcrossPartitions: 1000,
      useThreadLocalProducers: true,
    },
  ),
});

const convertOutput = (output: OutputManifest): Omit<OutputSpec, "topic"> =>
  stated({
    typeClassName: output.typeClassName ?? bytesClass,
    sinkSerdeClassName: output.sinkSerdeClassName,
    sinkSchemaType: output.sinkSchemaType,
    customSchemaSinks: output.customSchemaSinks,
    producerConf: output.producerConf === undefined ? undefined : convertProducer(output.producerConf),
  });

const convertProducer = (producer: ProducerManifest): ProducerSpec =>
  stated({
    maxPendingMessages: producer.maxPendingMessages,
    maxPendingMessagesAcrossPartitions: producer.maxPendingMessagesAcrossPartitions,
    useThreadLocalProducers: producer.useThreadLocalProducers,
    batchBuilder: producer.batchBuilder,
    compressionType: producer.compressionType,
    cryptoConfig: convertCrypto(producer.cryptoConfig),
  });

const convertCrypto = (crypto: CryptoManifest | undefined): CryptoSpec | undefined =>
  crypto === undefined
    ? undefined
    : stated({
        cryptoKeyReaderClassName: crypto.cryptoKeyReaderClassName ?? "",
        cryptoKeyReaderConfig: crypto.cryptoKeyReaderConfig,
        encryptionKeys: crypto.encryptionKeys,
        producerCryptoFailureAction: failureAction(crypto.producerCryptoFailureAction),
        consumerCryptoFailureAction: failureAction(crypto.consumerCryptoFailureAction),
        cryptoSecrets: crypto.cryptoSecrets?.map(({ secretName = "", secretKey = "", asVolume }) =>
          stated({ secretName, secretKey, asVolume }),
        ),
      });

const failureActions = ["FAIL", "DISCARD", "CONSUME", "SEND"] as const satisfies readonly CryptoFailureAction[];

/** The operator takes any other text for FAIL. */
const failureAction = (text: string | undefined): CryptoFailureAction | undefined =>
  text === undefined ? undefined : (failureActions.find((action) => action === text) ?? "FAIL");
