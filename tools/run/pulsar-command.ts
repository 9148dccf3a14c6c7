import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Run } from "./run";
import { stateStorageEnvironment, stateStorageFlags, type StateStoragePorts } from "./state-storage";

/** Internals of the JDK that Pulsar reaches into. */
const openedPackages = [
  "java.base/java.io",
  "java.base/java.lang",
  "java.base/java.nio",
  "java.base/java.util.zip",
  "java.base/jdk.internal.misc",
  "java.base/jdk.internal.platform",
  "java.base/sun.net",
  "java.management/sun.management",
  "jdk.management/com.sun.management.internal",
];

export function javaCommand(): string {
  const home = process.env["JAVA_HOME"];
  return home === undefined || home === "" ? "java" : join(home, "bin", "java");
}

/** The command of a standalone: broker, one bookie and RocksDB for metadata; no functions worker, and state storage where asked for. */
export function standaloneCommand(
  run: Run,
  options: {
    readonly java: string;
    readonly home: string;
    readonly archiveFlags: readonly string[];
    readonly configuration: string;
    readonly address: string;
    readonly statePorts: StateStoragePorts | undefined;
  },
): readonly string[] {
  const { home, configuration, statePorts } = options;
  return [
    ...(statePorts === undefined ? [] : stateStorageEnvironment),
    options.java,
    ...options.archiveFlags,
    // Little memory, and compiled quickly rather than well: a test's broker lives for minutes.
    ...["-Xms256m", "-Xmx512m", "-XX:MaxDirectMemorySize=512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
    ...openedPackages.flatMap((name) => ["--add-opens", `${name}=ALL-UNNAMED`]),
    ...systemProperties(run, home, configuration),
    ...["-cp", classPath(home), "org.apache.pulsar.PulsarStandaloneStarter"],
    ...["-nfw", "-c", configuration],
    // The starter calls its own admin port under this address, and waits for ever when it is not the one bound.
    ...["-a", options.address],
    ...["--bookkeeper-dir", run.path("bookkeeper")],
    ...(statePorts === undefined
      ? ["-nss", "--metadata-dir", run.path("metadata")]
      : stateStorageFlags(run, statePorts)),
  ];
}

/** Every jar by name: an archive of classes cannot be used with directories or wildcards on the class path. */
function classPath(home: string): string {
  const jars = readdirSync(join(home, "lib")).filter((file) => file.endsWith(".jar"));
  return jars
    .sort()
    .map((jar) => join(home, "lib", jar))
    .join(":");
}

/**
 * The command that makes the metadata of a killed standalone as if it had ended in order. Otherwise the new bookie deletes
 * and makes its entry anew, the broker may learn of the two in the wrong order, and one restart in four then found
 * "Bookie handle is not available" or "Not enough non-faulty bookies available" for up to minutes.
 */
export function forgetBookiesCommand(
  run: Run,
  { java, home }: { readonly java: string; readonly home: string },
): readonly string[] {
  const flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  return [java, ...flags, "-cp", classPath(home), join(__dirname, "ForgetBookies.java"), run.path("metadata")];
}

function systemProperties(run: Run, home: string, configuration: string): readonly string[] {
  const properties: Readonly<Record<string, string>> = {
    "java.net.preferIPv4Stack": "true",
    "jute.maxbuffer": "10485760",
    "io.netty.tryReflectionSetAccessible": "true",
    "org.apache.pulsar.shade.io.netty.tryReflectionSetAccessible": "true",
    "io.netty.leakDetectionLevel": "disabled",
    "pulsar.allocator.exit_on_oom": "true",
    "log4j.shutdownHookEnabled": "false",
    "log4j2.is.webapp": "false",
    "log4j.configurationFile": join(home, "conf", "log4j2.yaml"),
    "pulsar.log.appender": "Console",
    "pulsar.routing.appender.default": "Console",
    "pulsar.log.dir": run.path("log"),
    "pulsar.log.file": "pulsar.log",
    "pulsar.log.level": "info",
    "pulsar.log.root.level": "info",
    "bookkeeper.metadata.bookie.drivers": "org.apache.pulsar.metadata.bookkeeper.PulsarMetadataBookieDriver",
    "bookkeeper.metadata.client.drivers": "org.apache.pulsar.metadata.bookkeeper.PulsarMetadataClientDriver",
    "pulsar.config.file": configuration,
    "java.io.tmpdir": run.path("tmp"),
  };
  return Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
}
