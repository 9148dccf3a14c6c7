import type { LogLevel } from "../log";
import { instanceEnvironment } from "../runtime/instance-environment";
import { type InstanceLog, logFilesDirectory } from "./instance-log";
import { keptFiles, type Period, type Rotation, rotationOf } from "./rotation";

const levels: Readonly<Record<LogLevel, string>> = {
  debug: "DEBUG",
  info: "INFO",
  warn: "WARNING",
  error: "ERROR",
  fatal: "CRITICAL",
  // Python has no such levels.
  off: "INFO",
  trace: "INFO",
  all: "INFO",
  panic: "INFO",
};

const format = "[%(asctime)s] [%(levelname)s] %(filename)s: %(message)s";

/** Unit and number, as Python's handler takes them. A month is 30 days there. */
const periods: Readonly<Record<Period, string>> = { day: "'D', 1", week: "'W0', 1", month: "'D', 30" };

/** A configuration of Python's logging. Its JSON form needs the package python-json-logger in the image. */
export function pythonIni({ spec, writesFiles }: InstanceLog, objectName: string): string {
  const level = levels[spec.level ?? "info"];
  const handlers = ["console", ...(writesFiles ? ["file"] : [])].join(",");
  // Instances may share the directory, but no two a file.
  const path = `'${logFilesDirectory}/${objectName}-$${instanceEnvironment.ordinal}.log'`;
  return [
    ...section("loggers", ["keys=root"]),
    ...section("handlers", [`keys=${handlers}`]),
    ...section("formatters", ["keys=line"]),
    ...section("logger_root", [`level=${level}`, `handlers=${handlers}`]),
    ...section("handler_console", [
      "class=StreamHandler",
      `level=${level}`,
      "formatter=line",
      // The instance puts its logger in place of sys.stdout afterwards.
      "args=(sys.stdout,)",
    ]),
    ...(writesFiles
      ? section("handler_file", [
          ...fileHandler(rotationOf(spec.rotatePolicy), path),
          `level=${level}`,
          "formatter=line",
        ])
      : []),
    ...section("formatter_line", [
      ...(spec.format === "json" ? ["class=pythonjsonlogger.jsonlogger.JsonFormatter"] : []),
      `format=${format}`,
      "datefmt=%Y-%m-%d %H:%M:%S %z",
    ]),
  ].join("\n");
}

function fileHandler(rotation: Rotation, path: string): readonly string[] {
  switch (rotation.kind) {
    case "size":
      return [
        handlerClass("handlers.RotatingFileHandler"),
        `args=(${path}, 'a', ${rotation.megabytes * 1024 * 1024}, ${keptFiles})`,
      ];
    case "time":
      return [
        handlerClass("handlers.TimedRotatingFileHandler"),
        `args=(${path}, ${periods[rotation.period]}, ${keptFiles})`,
      ];
  }
}

/** A handler that takes variables of the environment in its path. Python evaluates the text with the names of its `logging`. */
const handlerClass = (name: string): string =>
  `class=type('InstanceFileHandler', (${name},), {'__init__': lambda self, path, *others: ` +
  `${name}.__init__(self, os.path.expandvars(path), *others)})`;

const section = (name: string, lines: readonly string[]): readonly string[] => [`[${name}]`, ...lines, ""];
