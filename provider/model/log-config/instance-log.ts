import type { ConfigMapKey, LogSpec } from "../log";
import type { MemberPlan } from "../plan";
import { hasLogSidecar } from "../rules/log-sidecar";
import { instanceEnvironment } from "../runtime/instance-environment";

/** Where log files are: the container that publishes log lines looks here, and so may volumes of the user's. */
export const logFilesDirectory = "/pulsar/logs/functions";

/** Where a logging configuration is mounted. */
export const logConfigDirectory = "/etc/function-mesh/log";

/** How an instance logs. */
export interface InstanceLog {
  readonly spec: LogSpec;
  /** Where log files would be. */
  readonly directory: string;
  readonly writesFiles: boolean;
  /** The logging configuration; absent where that in the image will do: to the console, level info. */
  readonly file?: LogConfigFile;
}

export interface LogConfigFile {
  readonly name: string;
  readonly path: string;
  /** The user's own; absent where it is generated. */
  readonly own?: ConfigMapKey;
}

export function instanceLog(member: MemberPlan): InstanceLog {
  const spec = logSpecOf(member);
  const writesFiles = spec.rotatePolicy !== undefined || isShipped(member);
  const file = configFile(member, spec, writesFiles);
  const usesFiles = writesFiles || file?.own !== undefined;
  return {
    spec,
    writesFiles: usesFiles,
    directory: usesFiles ? logFilesDirectory : `${instanceEnvironment.scratchDirectory}/logs`,
    ...(file === undefined ? {} : { file }),
  };
}

/** Asked for without a topic the files are there all the same, for whoever else reads them. */
const isShipped = (member: MemberPlan): boolean => hasLogSidecar(member) || member.spec.logTopicAgent === "sidecar";

function logSpecOf(member: MemberPlan): LogSpec {
  if (member.kind !== "function") return member.spec.java?.log ?? {};
  const { java, python, golang } = member.spec;
  return { java, python, golang, generic: undefined }[member.runtime]?.log ?? {};
}

function configFile({ runtime }: MemberPlan, spec: LogSpec, writesFiles: boolean): LogConfigFile | undefined {
  // The others have no configuration of that kind.
  if (runtime !== "java" && runtime !== "python") return undefined;
  const isStated = writesFiles || spec.level !== undefined || spec.format !== undefined;
  if (spec.logConfig === undefined && !isStated) return undefined;
  const name = runtime === "python" ? "logging.ini" : javaFileName(spec);
  return {
    name,
    path: `${logConfigDirectory}/${name}`,
    ...(spec.logConfig === undefined ? {} : { own: spec.logConfig }),
  };
}

/**
 * What is generated is XML whatever is asked for: Log4j reads YAML only with libraries that not every image has, and without
 * them would log next to nothing.
 */
const javaFileName = ({ logConfig, javaLog4JConfigFileType = "xml" }: LogSpec): string =>
  `log4j2.${logConfig === undefined ? "xml" : javaLog4JConfigFileType}`;
