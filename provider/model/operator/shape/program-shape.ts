import { free, integer, list, long, object, oneOf, text } from "./shape";

const logShape = object({
  level: oneOf("off", "trace", "debug", "info", "warn", "error", "fatal", "all", "panic"),
  format: oneOf("json", "text"),
  rotatePolicy: oneOf(
    "TimedPolicyWithDaily",
    "TimedPolicyWithWeekly",
    "TimedPolicyWithMonthly",
    "SizedPolicyWith10MB",
    "SizedPolicyWith50MB",
    "SizedPolicyWith100MB",
  ),
  javaLog4JConfigFileType: oneOf("yaml", "xml", "ini"),
  logConfig: object({ name: text, key: text }, "name", "key"),
});

/** The programs of a component, of which one is stated. */
export const programShapes = {
  java: object(
    {
      jar: text,
      jarLocation: text,
      javaOpts: list(text),
      extraDependenciesDir: text,
      instancePath: text,
      entryClass: text,
      log: logShape,
    },
    "jar",
  ),
  python: object({ py: text, pyLocation: text, log: logShape }, "py"),
  golang: object({ go: text, goLocation: text, log: logShape }, "go"),
  genericRuntime: object(
    { functionFile: text, functionFileLocation: text, language: text },
    "functionFile",
    "language",
  ),
} as const;

export const stateShape = object({
  pulsar: object(
    { serviceUrl: text, javaProvider: object({ className: text, config: free }, "className") },
    "serviceUrl",
  ),
});

export const windowShape = object(
  {
    actualWindowFunctionClassName: text,
    windowLengthCount: integer,
    windowLengthDurationMs: long,
    slidingIntervalCount: integer,
    slidingIntervalDurationMs: long,
    lateDataTopic: text,
    maxLagMs: long,
    watermarkEmitIntervalMs: long,
    timestampExtractorClassName: text,
    processingGuarantees: oneOf("ATLEAST_ONCE", "ATMOST_ONCE"),
  },
  "actualWindowFunctionClassName",
);

export const batchSourceShape = object(
  { discoveryTriggererClassName: text, discoveryTriggererConfig: free },
  "discoveryTriggererClassName",
);
