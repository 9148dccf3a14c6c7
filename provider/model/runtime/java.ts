import { literalArgument } from "../literal-argument";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import { instanceEnvironment } from "./instance-environment";
import { type InstanceTarget, sharedFlags } from "./shared-flags";

const dialect = {
  allowInsecure: "--tls_allow_insecure",
  secretsProvider: "org.apache.pulsar.functions.secretsprovider.EnvironmentBasedSecretsProvider",
};

/** The command line of the Java instance, for functions in Java, sources and sinks. */
export const javaCommand = (target: InstanceTarget): readonly string[] => [
  "java",
  ...["-cp", "/pulsar/instances/java-instance.jar"],
  "-Dpulsar.functions.instance.classpath=/pulsar/lib/*",
  // Inside the jar: log lines go to the console.
  "-Dlog4j.configurationFile=kubernetes_instance_log4j2.xml",
  `-Dpulsar.function.log.dir=${instanceEnvironment.scratchDirectory}/logs`,
  `-Dpulsar.function.log.file=${target.objectName}`,
  // One argument per line in @files, whatever characters it holds (credential-files.ts).
  "-Dpicocli.useSimplifiedAtFiles=true",
  ...memoryOptions(target.member),
  ...javaOptions(target.member).map(literalArgument),
  "org.apache.pulsar.functions.instance.JavaInstanceMain",
  ...["--jar", literalArgument(packagePath(target.member))],
  ...sharedFlags(target, dialect),
  ...adminClientFlags(target),
];

const adminClientFlags = ({ connection: { webServiceUrl } }: InstanceTarget): readonly string[] =>
  webServiceUrl === undefined ? [] : ["--web_serviceurl", literalArgument(webServiceUrl), "--expose_pulsaradmin"];

const packagePath = (member: MemberPlan): string =>
  member.kind === "function" ? (member.spec.java?.jar ?? "") : (member.connector?.path ?? member.spec.connector);

const javaOptions = (member: MemberPlan): readonly string[] =>
  (member.kind === "function" ? member.spec.java?.javaOpts : undefined) ?? [];

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
