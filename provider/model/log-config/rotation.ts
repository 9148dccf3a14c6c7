import type { LogRotatePolicy } from "../log";

/** When a log file is closed: at a size, or by the calendar. */
export type Rotation =
  { readonly kind: "size"; readonly megabytes: number } | { readonly kind: "time"; readonly period: Period };

export type Period = "day" | "week" | "month";

/** Old files that are kept. */
export const keptFiles = 5;

const rotations: Readonly<Record<LogRotatePolicy, Rotation>> = {
  TimedPolicyWithDaily: { kind: "time", period: "day" },
  TimedPolicyWithWeekly: { kind: "time", period: "week" },
  TimedPolicyWithMonthly: { kind: "time", period: "month" },
  SizedPolicyWith10MB: { kind: "size", megabytes: 10 },
  SizedPolicyWith50MB: { kind: "size", megabytes: 50 },
  SizedPolicyWith100MB: { kind: "size", megabytes: 100 },
};

/** A file that is written only to be published does not fill the node's disk. */
export const rotationOf = (policy: LogRotatePolicy = "SizedPolicyWith10MB"): Rotation => rotations[policy];
