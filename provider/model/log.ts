/** How much an instance says. */
export type LogLevel = "off" | "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "all" | "panic";

/** The form of log lines. */
export type LogFormat = "text" | "json";

/** When a log file is closed and the next one begun. */
export type LogRotatePolicy =
  | "TimedPolicyWithDaily"
  | "TimedPolicyWithWeekly"
  | "TimedPolicyWithMonthly"
  | "SizedPolicyWith10MB"
  | "SizedPolicyWith50MB"
  | "SizedPolicyWith100MB";

/** In which of Log4j's languages the configuration is written. */
export type JavaLog4JConfigFileType = "xml" | "yaml";

/** Who publishes log lines to `logTopic`. */
export type LogTopicAgent = "runtime" | "sidecar";

/** What an instance logs. A change restarts its pods. */
export interface LogSpec {
  /**
   * The least important lines that are written.
   * @default "info"
   */
  readonly level?: LogLevel;
  /**
   * Whether lines are text or JSON. Not for Go.
   * @default "text"
   */
  readonly format?: LogFormat;
  /**
   * Writes the lines to a file as well, and begins a new one by size or time; five old ones are kept. Not for Go.
   * @default no file
   */
  readonly rotatePolicy?: LogRotatePolicy;
  /**
   * Language of the configuration that is generated or of `logConfig`. Java only.
   * @default "xml"
   */
  readonly javaLog4JConfigFileType?: JavaLog4JConfigFileType;
  /** A logging configuration of your own in an existing ConfigMap; nothing is generated then. Not for Go. */
  readonly logConfig?: ConfigMapKey;
}

/** A key of a ConfigMap in the member's Kubernetes namespace. */
export interface ConfigMapKey {
  /** Name of the ConfigMap. */
  readonly name: string;
  /** Key within the ConfigMap. */
  readonly key: string;
}
