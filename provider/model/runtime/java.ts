import type { JavaInstanceSpec } from "../program";
import { imagePath } from "../image-path";
import { literalArgument, variableArgument } from "../literal-argument";
import { instanceLog } from "../log-config/instance-log";
import { codePathOf } from "../code-path";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import { instanceEnvironment } from "./instance-environment";
import type { InstanceTarget } from "./instance-target";
import { javaOptions } from "./java-options";
import { type FlagDialect, sharedFlags } from "./shared-flags";

const dialect: FlagDialect = {
  secretsProvider: "org.apache.pulsar.functions.secretsprovider.EnvironmentBasedSecretsProvider",
  fileFlags: (path) => [`@${path}`],
};

/** What Log4j needs besides the instance program to read YAML, where the default image has it. */
const yamlLibraries = [
  "/pulsar/lib/com.fasterxml.jackson.dataformat-jackson-dataformat-yaml-2.17.2.jar",
  "/pulsar/lib/org.yaml-snakeyaml-2.0.jar",
];

/** The command line of the Java instance, for functions in Java, sources and sinks. */
export const javaCommand = (target: InstanceTarget): readonly string[] => [
  "java",
  ...["-cp", literalArgument(classPath(target.member))],
  "-Dpulsar.functions.instance.classpath=/pulsar/lib/*",
  ...logOptions(target),
  // One argument per line in @files, whatever characters it holds (credential-files.ts).
  "-Dpicocli.useSimplifiedAtFiles=true",
  ...memoryOptions(target.member),
  ...javaOptions(target.member),
  literalArgument(javaOf(target.member).entryClass ?? "org.apache.pulsar.functions.instance.JavaInstanceMain"),
  ...["--jar", literalArgument(codePathOf(target.member))],
  ...sharedFlags(target, dialect),
  ...stateProviderFlags(target.member),
  ...adminClientFlags(target),
  ...pendingRequestsFlags(target.member),
  ...connectorsFlags(target.member),
];

const javaOf = ({ spec }: MemberPlan): JavaInstanceSpec => spec.java ?? {};

function classPath(member: MemberPlan): string {
  const { instancePath = "/pulsar/instances/java-instance.jar", extraDependenciesDir, log } = javaOf(member);
  const isYaml = log?.logConfig !== undefined && log.javaLog4JConfigFileType === "yaml";
  return [
    imagePath(instancePath),
    ...(isYaml ? yamlLibraries : []),
    ...(extraDependenciesDir === undefined ? [] : [`${imagePath(extraDependenciesDir).replace(/\/+$/, "")}/*`]),
  ].join(":");
}

function logOptions({ member, objectName }: InstanceTarget): readonly string[] {
  const { file, directory, writesFiles } = instanceLog(member);
  // Instances may share the directory, but no two a file.
  const name = writesFiles ? `${objectName}-${variableArgument(instanceEnvironment.ordinal)}` : objectName;
  return [
    // Inside the jar: log lines go to the console.
    `-Dlog4j.configurationFile=${file?.path ?? "kubernetes_instance_log4j2.xml"}`,
    `-Dpulsar.function.log.dir=${directory}`,
    `-Dpulsar.function.log.file=${name}`,
  ];
}

const adminClientFlags = ({ access: { webServiceUrl } }: InstanceTarget): readonly string[] =>
  webServiceUrl === undefined ? [] : ["--web_serviceurl", webServiceUrl, "--expose_pulsaradmin"];

function stateProviderFlags(member: MemberPlan): readonly string[] {
  const provider = member.spec.statefulConfig?.pulsar.javaProvider;
  return provider === undefined ? [] : ["--state_storage_impl_class", literalArgument(provider.className)];
}

/** Images of operator manifests may be older than the instance's own default. */
function pendingRequestsFlags({ kind, spec, origin }: MemberPlan): readonly string[] {
  if (kind !== "function") return [];
  const stated = spec.maxPendingAsyncRequests ?? (origin === undefined ? undefined : 1000);
  return stated === undefined ? [] : ["--pending_async_requests", String(stated)];
}

const connectorsFlags = ({ connectorsDirectory }: MemberPlan): readonly string[] =>
  connectorsDirectory === undefined ? [] : ["--connectors_directory", literalArgument(connectorsDirectory)];

/**
 * Heap and buffers fit into the memory limit, and a process out of memory ends instead of lingering. The garbage collector is
 * left to the virtual machine, which takes the serial one in small containers and G1 in large ones.
 */
function memoryOptions({ resources }: MemberPlan): readonly string[] {
  const limit = isKnown(resources) ? resources.limits?.["memory"] : undefined;
  const bytes = limit === undefined ? undefined : readQuantity(limit);
  return [
    "-XX:MaxRAMPercentage=70",
    ...(bytes === undefined ? [] : [`-XX:MaxDirectMemorySize=${Math.floor(bytes / 5)}`]),
    "-XX:+ExitOnOutOfMemoryError",
    "-Dpulsar.allocator.exit_on_oom=true",
  ];
}
