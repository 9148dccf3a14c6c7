import type { WindowSpec } from "../../window";
import type { FunctionManifest } from "../shape/component-shapes";
import { stated } from "../stated";

/** Windows do not overlap unless it is said. `actualWindowFunctionClassName` is always the function's class. */
export function convertWindow(window: FunctionManifest["windowConfig"]): WindowSpec | undefined {
  if (window === undefined) return undefined;
  return stated({
    windowLengthCount: window.windowLengthCount,
    windowLengthDurationMs: window.windowLengthDurationMs,
    slidingIntervalCount: window.slidingIntervalCount ?? window.windowLengthCount,
    slidingIntervalDurationMs: window.slidingIntervalDurationMs ?? window.windowLengthDurationMs,
    lateDataTopic: window.lateDataTopic,
    maxLagMs: window.maxLagMs,
    watermarkEmitIntervalMs: window.watermarkEmitIntervalMs,
    timestampExtractorClassName: window.timestampExtractorClassName,
    processingGuarantees: window.processingGuarantees,
  });
}
