import type { BatchSourceSpec } from "../../batch-source";
import type { FunctionSpec } from "../../function";
import type { SinkSpec } from "../../sink";
import type { SourceSpec } from "../../source";
import type { Component } from "../component";
import type { ComponentManifest, SourceManifest } from "../shape/component-shapes";
import { stated } from "../stated";
import { imagePath } from "../../image-path";
import { convertSinkOverride, convertSourceOverride } from "./connector-override";
import { convertFunctionOutput, convertInput, convertSourceOutput } from "./input-output";
import { convertMember } from "./member";
import { connectorImage, convertJavaInstance, convertPrograms, functionImage } from "./programs";
import { convertReading } from "./reading";
import { convertState } from "./state";
import { convertWindow } from "./window";

type OfKind<Kind extends Component["kind"]> = Extract<Component, { readonly kind: Kind }>;

/** Where the operator tells instances of functions with a connector of their own that connectors are. */
const connectorsDirectory = "/pulsar/connectors";

export function convertFunction(component: OfKind<"function">): FunctionSpec {
  const { spec } = component;
  const hasConnector = spec.java !== undefined && (spec.sourceConfig ?? spec.sinkConfig) !== undefined;
  return stated({
    ...convertMember(component, {
      image: functionImage(spec),
      ...(hasConnector ? { runner: { connectorsDirectory } } : {}),
    }),
    ...convertReading(spec),
    ...convertPrograms(spec),
    className: spec.className,
    input: convertInput(spec.input),
    output: convertFunctionOutput(spec.output),
    config: spec.funcConfig,
    source: convertSourceOverride(spec.sourceConfig),
    sink: convertSinkOverride(spec.sinkConfig),
    windowConfig: convertWindow(spec.windowConfig),
    statefulConfig: convertState(spec.statefulConfig),
    forwardSourceMessageProperty: spec.forwardSourceMessageProperty,
    skipToLatest: spec.skipToLatest,
    maxPendingAsyncRequests: spec.maxPendingAsyncRequests,
    volumeClaimTemplates: spec.volumeClaimTemplates,
    persistentVolumeClaimRetentionPolicy: spec.persistentVolumeClaimRetentionPolicy,
  });
}

export function convertSource(component: OfKind<"source">): SourceSpec {
  const { spec } = component;
  return stated({
    ...convertMember(component, { image: connectorImage(spec) }),
    ...convertConnector(spec),
    output: convertSourceOutput(spec.output),
    config: spec.sourceConfig,
    batchSourceConfig: convertBatch(spec.batchSourceConfig),
    processingGuarantee: spec.processingGuarantee,
    statefulConfig: convertState(spec.statefulConfig),
    forwardSourceMessageProperty: spec.forwardSourceMessageProperty,
  });
}

export function convertSink(component: OfKind<"sink">): SinkSpec {
  const { spec } = component;
  return stated({
    ...convertMember(component, { image: connectorImage(spec) }),
    ...convertReading(spec),
    ...convertConnector(spec),
    input: convertInput(spec.input),
    config: spec.sinkConfig,
    statefulConfig: convertState(spec.statefulConfig),
    negativeAckRedeliveryDelayMs: spec.negativeAckRedeliveryDelayMs,
  });
}

/** The connector is a path in the image, or is downloaded to that path. */
function convertConnector({ java = {}, className = "" }: ComponentManifest) {
  const { jar = "", jarLocation } = java;
  return stated({
    connector: jarLocation ?? imagePath(jar),
    connectorPath: jarLocation === undefined ? undefined : imagePath(jar),
    className,
    java: convertJavaInstance(java),
  });
}

const convertBatch = (batch: SourceManifest["batchSourceConfig"]): BatchSourceSpec | undefined =>
  batch === undefined
    ? undefined
    : stated({
        discoveryTriggererClassName: batch.discoveryTriggererClassName ?? "",
        discoveryTriggererConfig: batch.discoveryTriggererConfig,
      });
