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
   * @example "debug"
   * @plain
   */
  readonly level?: LogLevel;
  /**
   * Whether lines are text or JSON. Not for Go; in Python JSON needs the package python-json-logger in the image.
   * @default "text"
   * @example "json"
   * @plain
   */
  readonly format?: LogFormat;
  /**
   * Writes the lines to a file as well, and begins a new one by size or time; five old ones are kept. Not for Go.
   * @default no file
   * @example "SizedPolicyWith50MB"
   * @plain
   */
  readonly rotatePolicy?: LogRotatePolicy;
  /**
   * Language of `logConfig`. What is generated is XML in any case: for YAML Log4j needs jackson-dataformat-yaml and snakeyaml,
   * which are found in the default image; where yours has others, name their directory in `extraDependenciesDir`. Java only.
   * @default "xml"
   * @example "yaml"
   * @plain
   */
  readonly javaLog4JConfigFileType?: JavaLog4JConfigFileType;
  /**
   * A logging configuration of your own in an existing ConfigMap; nothing is generated then. Not for Go.
   * @default none: the other fields here decide
   * @example { "name": "logging", "key": "log4j2.xml" }
   * @plain
   */
  readonly logConfig?: ConfigMapKey;
}

/** A key of a ConfigMap in the member's Kubernetes namespace. */
export interface ConfigMapKey {
  /**
   * Name of the ConfigMap.
   * @example "logging"
   */
  readonly name: string;
  /**
   * Key within the ConfigMap.
   * @example "log4j2.xml"
   */
  readonly key: string;
}
