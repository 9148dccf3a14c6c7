import { windowGuarantee } from "../guarantee";
import type { FunctionPlan } from "../plan";
import { toldTopic } from "../told-topic";
import { type Fields, filled } from "./fields";

/** The class that collects messages and hands them to the function's own. */
export const windowExecutor = "org.apache.pulsar.functions.windowing.WindowFunctionExecutor";

/** The window as its executor reads it; undefined for a function without one. */
export function windowConfig(member: FunctionPlan): Fields | undefined {
  const { windowConfig: window, className } = member.spec;
  if (window === undefined) return undefined;
  const { lateDataTopic } = member;
  const isTimed = window.timestampExtractorClassName !== undefined;
  return filled({
    ...window,
    // Pulsar's own values for both. Whoever registers a function there has them filled in; the executor has none, and fails.
    maxLagMs: window.maxLagMs ?? (isTimed ? 0 : undefined),
    watermarkEmitIntervalMs: window.watermarkEmitIntervalMs ?? (isTimed ? 1000 : undefined),
    // Windows that do not overlap: the executor starts none without an interval.
    slidingIntervalCount: window.slidingIntervalCount ?? window.windowLengthCount,
    slidingIntervalDurationMs: window.slidingIntervalDurationMs ?? window.windowLengthDurationMs,
    lateDataTopic: lateDataTopic === undefined ? undefined : toldTopic(member, lateDataTopic),
    actualWindowFunctionClassName: className,
    processingGuarantees: windowGuarantee(member),
  });
}
