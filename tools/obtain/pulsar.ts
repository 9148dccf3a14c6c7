import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { findEntry, obtainOnce, type Entry } from "./cache";
import { runLogged } from "./child";
import { copyMavenArtifact } from "./maven";
import { longStep } from "./progress";
import { explaining, Unobtainable } from "./unobtainable";
import { mavenArtifacts, versions } from "./versions";

export interface Pulsar {
  /** The unpacked distribution: bin, conf, instances, lib, examples. */
  readonly home: string;
  readonly version: string;
  readonly source: string;
}

/** A connector that its project publishes to Maven Central. */
export type ConnectorName = "file" | "http";
export const connectorNames: readonly ConnectorName[] = ["file", "http"];

const without = "the tests that need no broker run without it";
const version = versions.pulsar;
const entry: Entry = { name: "pulsar", version, key: mavenArtifacts.pulsar.sha256 };
async function fromEnvironment(): Promise<Pulsar | undefined> {
  const home = process.env["PULSAR_HOME"];
  if (home === undefined || home === "") return undefined;
  if (!existsSync(join(home, "instances", "java-instance.jar"))) {
    throw new Unobtainable("Pulsar", `PULSAR_HOME names ${home}, which holds no instances/java-instance.jar`, without);
  }
  const jars = await readdir(join(home, "lib"));
  const found = jars.map((jar) => /^org\.apache\.pulsar-pulsar-broker-(\d.*)\.jar$/.exec(jar)?.[1]).find(Boolean);
  return { home, version: found ?? "unknown", source: "PULSAR_HOME" };
}

const unpacked = (directory: string): Pulsar => ({
  home: join(directory, `apache-pulsar-${version}`),
  version,
  source: "Maven Central",
});

/** Pulsar if it is there already. */
export async function findPulsar(): Promise<Pulsar | undefined> {
  const directory = findEntry(entry);
  return (await fromEnvironment()) ?? (directory === undefined ? undefined : unpacked(directory));
}

/** Pulsar's server distribution, copied from Maven Central and unpacked when it is not there. */
export async function obtainPulsar(): Promise<Pulsar> {
  const own = await fromEnvironment();
  if (own !== undefined) return own;
  const step = async (temporary: string): Promise<void> => {
    const archive = await copyMavenArtifact(mavenArtifacts.pulsar, temporary, without);
    await runLogged({ command: "tar", args: ["-xzf", archive, "-C", temporary], log: "pulsar-unpack" });
    await rm(archive);
  };
  const title = `Pulsar ${version}`;
  const directory = await obtainOnce(entry, (temporary) =>
    explaining(title, without, () =>
      longStep(`getting ${title} from Maven Central`, "about half a minute, 245 MB", () => step(temporary)),
    ),
  );
  return unpacked(directory);
}

const connectorEntry = (name: ConnectorName): Entry => ({
  name: `pulsar-io-${name}`,
  version,
  key: mavenArtifacts[name].sha256,
});
const connectorFile = (name: ConnectorName): string => `pulsar-io-${name}-${version}.nar`;

/** The connector's archive if it is there already. */
export function findConnector(name: ConnectorName): string | undefined {
  const directory = findEntry(connectorEntry(name));
  return directory === undefined ? undefined : join(directory, connectorFile(name));
}

/** The connector's archive, named as in Pulsar's images. Maven Central has it with the ending .jar. */
export async function obtainConnector(name: ConnectorName): Promise<string> {
  const directory = await obtainOnce(connectorEntry(name), async (temporary) => {
    const jar = await explaining(
      `Pulsar's connector ${name}`,
      "everything but meshes that use it works without it",
      () => copyMavenArtifact(mavenArtifacts[name], temporary, without),
    );
    await rename(jar, join(temporary, connectorFile(name)));
  });
  return join(directory, connectorFile(name));
}
