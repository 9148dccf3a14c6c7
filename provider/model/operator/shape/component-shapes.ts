import { inputShape, outputShape } from "./input-output-shape";
import { resources, volumeClaimTemplates, volumeMounts } from "./kubernetes-shape";
import { podShape } from "./pod-shape";
import { batchSourceShape, programShapes, stateShape, windowShape } from "./program-shape";
import { pulsarShape } from "./pulsar-shape";
import { count, flag, free, integer, map, object, oneOf, text, type ValueOf } from "./shape";

/** What functions, sources and sinks have in common. */
const shared = {
  name: text,
  className: text,
  tenant: text,
  namespace: text,
  clusterName: text,
  replicas: count,
  minReplicas: count,
  maxReplicas: integer,
  showPreciseParallelism: flag,
  image: text,
  imagePullPolicy: oneOf("Always", "IfNotPresent", "Never"),
  imageHasPulsarctl: flag,
  imageHasGet: flag,
  downloaderImage: text,
  cleanupImage: text,
  logTopic: text,
  logTopicAgent: oneOf("runtime", "sidecar"),
  filebeatImage: text,
  resources,
  secretsMap: map(object({ path: text, key: text })),
  volumeMounts,
  processingGuarantee: oneOf("atleast_once", "atmost_once", "effectively_once", "manual"),
  runtimeFlags: text,
  pod: podShape,
  pulsar: pulsarShape,
  pulsarPackageService: pulsarShape,
  statefulConfig: stateShape,
  ...programShapes,
} as const;

const reading = {
  input: inputShape,
  subscriptionName: text,
  subscriptionPosition: oneOf("latest", "earliest"),
  cleanupSubscription: flag,
  timeout: integer,
  autoAck: flag,
  maxMessageRetry: integer,
  deadLetterTopic: text,
  retainOrdering: flag,
  retainKeyOrdering: flag,
} as const;

const writing = { output: outputShape, forwardSourceMessageProperty: flag } as const;

export const functionShape = object({
  ...shared,
  ...reading,
  ...writing,
  funcConfig: free,
  skipToLatest: flag,
  maxPendingAsyncRequests: integer,
  windowConfig: windowShape,
  sourceConfig: object({
    sourceType: text,
    className: text,
    typeClassName: text,
    configs: free,
    batchSourceConfig: batchSourceShape,
  }),
  sinkConfig: object({ sinkType: text, className: text, typeClassName: text, configs: free }),
  volumeClaimTemplates,
  persistentVolumeClaimRetentionPolicy: object({
    whenDeleted: oneOf("Retain", "Delete"),
    whenScaled: oneOf("Retain", "Delete"),
  }),
});

export const sourceShape = object({
  ...shared,
  ...writing,
  sourceType: text,
  sourceConfig: free,
  batchSourceConfig: batchSourceShape,
});

export const sinkShape = object({
  ...shared,
  ...reading,
  sinkType: text,
  sinkConfig: free,
  negativeAckRedeliveryDelayMs: integer,
});

export const backendShape = object({ name: text, env: map(text), pod: podShape, autoUpdate: flag });

export type FunctionManifest = ValueOf<typeof functionShape>;
export type SourceManifest = ValueOf<typeof sourceShape>;
export type SinkManifest = ValueOf<typeof sinkShape>;
export type BackendManifest = ValueOf<typeof backendShape>;

/** What the manifests of all three kinds state alike. */
export type ComponentManifest = Pick<FunctionManifest, keyof typeof shared>;
/** What functions and sinks state alike. */
export type ReadingManifest = Pick<FunctionManifest, keyof typeof reading>;
