import type { ReaderSpec } from "../../reader";
import type { ReadingManifest, ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";

/** How functions and sinks read. */
export const convertReading = (spec: ReadingManifest & Pick<ComponentManifest, "processingGuarantee">): ReaderSpec =>
  stated({
    subscriptionName: spec.subscriptionName,
    subscriptionPosition: spec.subscriptionPosition,
    processingGuarantee: spec.processingGuarantee,
    retainOrdering: spec.retainOrdering,
    retainKeyOrdering: spec.retainKeyOrdering,
    // The operator acknowledges with the guarantee `manual` as well, unless it is told otherwise.
    autoAck: spec.autoAck ?? (spec.processingGuarantee === "manual" ? true : undefined),
    timeout: spec.timeout === 0 ? undefined : spec.timeout,
    maxMessageRetry: spec.maxMessageRetry === 0 ? undefined : spec.maxMessageRetry,
    deadLetterTopic: spec.deadLetterTopic,
    cleanupSubscription: spec.cleanupSubscription ?? false,
  });
