import type { MemberPlan } from "../plan";

type Runtime = MemberPlan["runtime"];

const notGo: readonly Runtime[] = ["java", "python", "generic"];
// What a generic instance program makes of the description it is given is its own affair.
const javaLike: readonly Runtime[] = ["java", "generic"];
const java: readonly Runtime[] = ["java"];
const generic: readonly Runtime[] = ["generic"];
const nowhere: readonly Runtime[] = [];

/**
 * The runtimes whose instances do something with a field; a field that is not here works for all, or a rule of its own says
 * where it does (windows: FM051). Taken from the instance
 * programs of Pulsar 4.0; `*` stands for every key of a map.
 */
export const fieldRuntimes: Readonly<Record<string, readonly Runtime[]>> = {
  className: notGo,
  maxPendingAsyncRequests: java,
  source: javaLike,
  sink: javaLike,
  skipToLatest: javaLike,
  // The instance programs of Python and Go never look at it.
  showPreciseParallelism: javaLike,
  // What Pulsar's function workers add to the command line of an instance, which here has fields of its own.
  runtimeFlags: generic,
  timeout: notGo,
  // It reads by a shared subscription whatever type it is told, but for failover.
  retainKeyOrdering: notGo,
  negativeAckRedeliveryDelayMs: javaLike,
  maxMessageRetry: javaLike,
  deadLetterTopic: javaLike,
  forwardSourceMessageProperty: javaLike,
  "runner.connectorsDirectory": java,
  "statefulConfig.pulsar.javaProvider": java,
  "statefulConfig.pulsar.javaProvider.config": nowhere,
  "python.log.javaLog4JConfigFileType": nowhere,
  "golang.log.format": nowhere,
  "golang.log.rotatePolicy": nowhere,
  "golang.log.logConfig": nowhere,
  "golang.log.javaLog4JConfigFileType": nowhere,
  "input.customSerdeSources.*": notGo,
  "input.customSchemaSources.*": notGo,
  "input.sourceSpecs.*.schemaType": notGo,
  "input.sourceSpecs.*.serdeClassName": notGo,
  "input.sourceSpecs.*.schemaProperties": notGo,
  "input.sourceSpecs.*.consumerProperties": javaLike,
  "input.sourceSpecs.*.cryptoConfig": notGo,
  "input.sourceSpecs.*.cryptoConfig.consumerCryptoFailureAction": javaLike,
  "output.sinkSerdeClassName": notGo,
  "output.sinkSchemaType": notGo,
  "output.customSchemaSinks": notGo,
  "output.producerConf.maxPendingMessages": javaLike,
  "output.producerConf.maxPendingMessagesAcrossPartitions": javaLike,
  "output.producerConf.useThreadLocalProducers": javaLike,
  "output.producerConf.batchBuilder": notGo,
  "output.producerConf.compressionType": notGo,
  "output.producerConf.cryptoConfig": notGo,
  "output.producerConf.cryptoConfig.producerCryptoFailureAction": javaLike,
};

/** What to state in place of a field, where a runtime has something else for the same. */
export const fieldAlternatives: Readonly<Record<string, Partial<Record<Runtime, string>>>> = {
  runtimeFlags: { java: "state options of the virtual machine in `java.javaOpts`" },
};

/** How to speak of the members of a runtime. */
export const runtimeWords: Readonly<Record<Runtime, string>> = {
  java: "Java",
  python: "Python",
  golang: "Go",
  generic: "generic instance programs",
};
