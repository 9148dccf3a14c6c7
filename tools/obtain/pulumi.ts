import { existsSync } from "node:fs";
import { copyFile, link, readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { findEntry, obtainOnce, type Entry } from "./cache";
import { digestOf } from "./digest";
import { findGoBuild, obtainGoBuild, type GoBuild } from "./go";
import { cliBuilds, kubernetesPluginBuild, sdkGeneratorBuild } from "./pulumi-builds";
import { obtainRelease } from "./pulumi-release";
import { Unobtainable } from "./unobtainable";
import { versions } from "./versions";

export interface Pulumi {
  /** The directory that holds every executable of {@link pulumiPrograms}. */
  readonly bin: string;
  /** Where they come from, in words. */
  readonly source: string;
  /** A value for PATH with `bin` first. */
  readonly path: string;
}

/** What the tests and the quickstart start, directly or through the engine. */
export const pulumiPrograms = [
  "pulumi",
  "pulumi-language-nodejs",
  "pulumi-language-python",
  "pulumi-language-python-exec",
  "pulumi-language-yaml",
  "pulumi-converter-yaml",
  "pulumi-resource-kubernetes",
] as const;

const variable = "FUNCTION_MESH_PULUMI_BIN";

const at = (bin: string, source: string): Pulumi => ({
  bin,
  source,
  path: [bin, process.env["PATH"] ?? ""].join(delimiter),
});
const missingIn = (directory: string): string[] => pulumiPrograms.filter((name) => !existsSync(join(directory, name)));

function fromEnvironment(): Pulumi | undefined {
  const bin = process.env[variable];
  if (bin !== undefined && bin !== "") {
    const missing = missingIn(bin);
    if (missing.length === 0) return at(bin, variable);
    throw new Unobtainable(
      "Pulumi",
      `${variable} names ${bin}, which lacks ${missing.join(", ")}`,
      cliBuilds.engine.without,
    );
  }
  const directories = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  const complete = directories.find((directory) => missingIn(directory).length === 0);
  return complete === undefined ? undefined : at(complete, "PATH");
}

/** All programs in one directory, as links: the engine looks for its language hosts and plugins beside each other. */
async function gather(source: string, parts: readonly string[]): Promise<Pulumi> {
  const entry: Entry = { name: "pulumi", version: versions.pulumi, key: digestOf(...parts) };
  const bin = await obtainOnce(entry, async (directory) => {
    for (const part of parts) {
      for (const name of await readdir(part)) {
        const [from, to] = [join(part, name), join(directory, name)];
        if (!existsSync(to)) await link(from, to).catch(() => copyFile(from, to));
      }
    }
    const missing = missingIn(directory);
    if (missing.length > 0) throw new Error(`Pulumi from ${source} lacks ${missing.join(", ")}`);
  });
  return at(bin, source);
}

const builtParts = [cliBuilds.engine, cliBuilds.hosts, cliBuilds.yaml, kubernetesPluginBuild] as const;

/** Pulumi if it is there already. */
export async function findPulumi(): Promise<Pulumi | undefined> {
  const own = fromEnvironment();
  if (own !== undefined) return own;
  const parts: string[] = [];
  for (const build of builtParts) {
    const part = await findGoBuild(build);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const bin = findEntry({ name: "pulumi", version: versions.pulumi, key: digestOf(...parts) });
  return bin === undefined ? undefined : at(bin, "Go modules");
}

async function obtainAll(builds: readonly GoBuild[]): Promise<string[]> {
  const directories: string[] = [];
  for (const build of builds) directories.push(await obtainGoBuild(build));
  return directories;
}

/**
 * The CLI with its language hosts and the Kubernetes plugin: what is there already, else the official release where it
 * can be reached, else built from Go modules. The plugin is always built: at the pinned version its release has no
 * checksums.
 */
export async function obtainPulumi(): Promise<Pulumi> {
  const found = await findPulumi();
  if (found !== undefined) return found;
  const release = await obtainRelease();
  return release === undefined
    ? gather("Go modules", await obtainAll(builtParts))
    : gather("official release", [release, ...(await obtainAll([cliBuilds.yaml, kubernetesPluginBuild]))]);
}

/** Our generator of SDKs: `gensdk SCHEMA.json nodejs|python|go DIRECTORY`. */
export async function obtainSdkGenerator(): Promise<string> {
  return join(await obtainGoBuild(sdkGeneratorBuild), "gensdk");
}

/** The generator if it is there already. */
export async function findSdkGenerator(): Promise<string | undefined> {
  const directory = await findGoBuild(sdkGeneratorBuild);
  return directory === undefined ? undefined : join(directory, "gensdk");
}
