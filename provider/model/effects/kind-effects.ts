import type { BatchSourceSpec } from "../batch-source";
import type { FunctionSpec } from "../function";
import type { ReaderSpec } from "../reader";
import type { SinkSpec } from "../sink";
import type { SourceSpec } from "../source";
import type { JavaStateProviderSpec, PulsarStateSpec, StatefulSpec } from "../state";
import type { WindowSpec } from "../window";
import type { EffectsOf } from "./effect";
import { inputEffects, outputEffects } from "./input-output-effects";
import { memberEffects } from "./member-effects";
import {
  genericEffects,
  golangEffects,
  javaEffects,
  javaInstanceEffects,
  overrideEffects,
  pythonEffects,
} from "./program-effects";

const readerEffects: EffectsOf<ReaderSpec> = {
  subscriptionName: "drain",
  subscriptionPosition: "roll",
  // Instances are not told: brokers do it.
  replicateSubscriptionState: "none",
  processingGuarantee: "roll",
  retainOrdering: "roll",
  retainKeyOrdering: "roll",
  autoAck: "roll",
  timeout: "roll",
  negativeAckRedeliveryDelayMs: "roll",
  maxMessageRetry: "roll",
  deadLetterTopic: "roll",
  cleanupSubscription: "none",
};

const windowEffects: EffectsOf<WindowSpec> = {
  windowLengthCount: "roll",
  windowLengthDurationMs: "roll",
  slidingIntervalCount: "roll",
  slidingIntervalDurationMs: "roll",
  lateDataTopic: "roll",
  maxLagMs: "roll",
  watermarkEmitIntervalMs: "roll",
  timestampExtractorClassName: "roll",
  processingGuarantees: "roll",
};

const stateProviderEffects: EffectsOf<JavaStateProviderSpec> = { className: "roll", config: "none" };
const pulsarStateEffects: EffectsOf<PulsarStateSpec> = { serviceUrl: "roll", javaProvider: stateProviderEffects };
const stateEffects: EffectsOf<StatefulSpec> = { pulsar: pulsarStateEffects };

const batchEffects: EffectsOf<BatchSourceSpec> = {
  discoveryTriggererClassName: "roll",
  discoveryTriggererConfig: "roll",
};

export const functionEffects: EffectsOf<FunctionSpec> = {
  ...memberEffects,
  ...readerEffects,
  className: "roll",
  python: pythonEffects,
  java: javaEffects,
  golang: golangEffects,
  genericRuntime: genericEffects,
  input: inputEffects,
  output: outputEffects,
  config: "roll",
  // Topics are no longer read, or are again.
  source: { "(stated)": "drain", ...overrideEffects },
  sink: overrideEffects,
  windowConfig: windowEffects,
  statefulConfig: stateEffects,
  forwardSourceMessageProperty: "roll",
  skipToLatest: "roll",
  maxPendingAsyncRequests: "roll",
};

export const sourceEffects: EffectsOf<SourceSpec> = {
  ...memberEffects,
  // It reads nothing that it could lose its place in.
  tenant: "roll",
  namespace: "roll",
  pulsarCluster: "roll",
  connector: "roll",
  connectorPath: "roll",
  className: "roll",
  output: outputEffects,
  config: "roll",
  batchSourceConfig: batchEffects,
  processingGuarantee: "roll",
  forwardSourceMessageProperty: "roll",
  statefulConfig: stateEffects,
  java: javaInstanceEffects,
};

export const sinkEffects: EffectsOf<SinkSpec> = {
  ...memberEffects,
  ...readerEffects,
  connector: "roll",
  connectorPath: "roll",
  className: "roll",
  input: inputEffects,
  config: "roll",
  statefulConfig: stateEffects,
  java: javaInstanceEffects,
};
