import type { LogLevel } from "../log";
import type { InstanceLog } from "./instance-log";
import { keptFiles, type Period, type Rotation, rotationOf } from "./rotation";

const levels: Readonly<Record<LogLevel, string>> = {
  off: "OFF",
  trace: "TRACE",
  debug: "DEBUG",
  info: "INFO",
  warn: "WARN",
  error: "ERROR",
  fatal: "FATAL",
  all: "ALL",
  // Log4j has no such level.
  panic: "INFO",
};

const textLayout = [
  "<PatternLayout>",
  "  <Pattern>%d{ISO8601_OFFSET_DATE_TIME_HHMM} [%t] %-5level %logger{36} - %msg%n</Pattern>",
  "</PatternLayout>",
];
const jsonLayout = [
  "<JsonLayout>",
  "  <compact>true</compact>",
  "  <eventEol>true</eventEol>",
  "  <stacktraceAsString>true</stacktraceAsString>",
  "</JsonLayout>",
];

const schedules: Readonly<Record<Period, string>> = {
  day: "0 0 0 * * ?",
  week: "0 0 0 ? * MON",
  month: "0 0 0 1 * ?",
};

/** A configuration of Log4j for the Java instance, which states names of its log file as system properties. */
export function log4jXml({ spec, writesFiles }: InstanceLog): string {
  const layout = spec.format === "json" ? jsonLayout : textLayout;
  const appenders = ["Console", ...(writesFiles ? ["RollingFile"] : [])];
  const references = appenders.flatMap((name) => element("AppenderRef", [`<ref>${name}</ref>`]));
  const lines = element("Configuration", [
    "<name>function-mesh</name>",
    // The instance's own names: options of the virtual machine can still set other levels.
    ...element("Properties", [
      ...property("pulsar.log.level", levels[spec.level ?? "info"]),
      ...property("bk.log.level", levels[spec.level ?? "info"]),
    ]),
    ...element("Appenders", [
      ...element("Console", ["<name>Console</name>", "<target>SYSTEM_OUT</target>", ...layout]),
      ...(writesFiles ? rollingFile(layout, rotationOf(spec.rotatePolicy)) : []),
    ]),
    ...element("Loggers", [
      ...element("Logger", [
        "<name>org.apache.pulsar.functions.runtime.shaded.org.apache.bookkeeper</name>",
        "<level>${sys:bk.log.level}</level>",
        "<additivity>false</additivity>",
        ...references,
      ]),
      ...element("Root", ["<level>${sys:pulsar.log.level}</level>", ...references]),
    ]),
  ]);
  return `${lines.join("\n")}\n`;
}

function rollingFile(layout: readonly string[], rotation: Rotation): readonly string[] {
  const stem = "${sys:pulsar.function.log.dir}/${sys:pulsar.function.log.file}";
  return element("RollingFile", [
    "<name>RollingFile</name>",
    `<fileName>${stem}.log</fileName>`,
    // Counted, without a date: only so the number of old files is limited.
    `<filePattern>${stem}.log.%i.gz</filePattern>`,
    ...layout,
    ...element("Policies", policyOf(rotation)),
    ...element("DefaultRolloverStrategy", [`<max>${keptFiles}</max>`]),
  ]);
}

function policyOf(rotation: Rotation): readonly string[] {
  switch (rotation.kind) {
    case "size":
      return element("SizeBasedTriggeringPolicy", [`<size>${rotation.megabytes}MB</size>`]);
    case "time":
      return element("CronTriggeringPolicy", [`<schedule>${schedules[rotation.period]}</schedule>`]);
  }
}

const property = (name: string, value: string): readonly string[] =>
  element("Property", [`<name>${name}</name>`, `<value>${value}</value>`]);

const element = (name: string, content: readonly string[]): readonly string[] => [
  `<${name}>`,
  ...content.map((line) => `  ${line}`),
  `</${name}>`,
];
