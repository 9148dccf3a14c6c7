import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { digestOfSources } from "../digest";
import { findPulsar, obtainConnector, obtainPulsar, connectorNames } from "../pulsar";
import { javaModules, mavenArtifacts, versions } from "../versions";
import { imageUser, layBaseSystem } from "./base-system";
import { commandLineToolsVersion, layCommandLineTools } from "./command-line-tools";
import { obtainJavaRuntime } from "./java-runtime";
import type { ImageSettings } from "./oci";
import { findPythonBasis, obtainPythonRuntime } from "./python-runtime";
import type { TreeSource } from "./tree";

export type ImageKind = "pause" | "java" | "python";

/** How one of the images of the tests is made. */
interface ImageRecipe {
  readonly name: string;
  readonly version: string;
  /** Whatever decides the content, known without obtaining any of it. */
  readonly inputs: () => Promise<readonly string[]>;
  /** What each layer holds; small things are laid out in the empty directory given. */
  readonly sources: (stage: string) => Promise<readonly (readonly TreeSource[])[]>;
  readonly settings: ImageSettings;
  readonly expected: string;
}

const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const pulsarHome = "/pulsar";

async function baseInputs(): Promise<string[]> {
  return [await digestOfSources(__dirname)];
}

async function runnerInputs(): Promise<string[]> {
  const own = process.env["PULSAR_HOME"] ?? "";
  const pulsar = [own, mavenArtifacts.pulsar.sha256, (await findPulsar())?.version ?? versions.pulsar];
  return [...(await baseInputs()), await commandLineToolsVersion(), ...pulsar];
}

async function baseSystem(stage: string): Promise<TreeSource> {
  await layBaseSystem(stage);
  return { from: stage, to: "/" };
}

/** The base system as runners have it, whose containers also download packages. */
async function runnerSystem(stage: string): Promise<TreeSource> {
  const system = await baseSystem(stage);
  await layCommandLineTools(stage);
  return system;
}

/** Files of the distribution at the place where Pulsar's images have them. */
const distributed = (home: string, paths: readonly string[]): TreeSource[] =>
  paths.map((path) => ({ from: join(home, path), to: `${pulsarHome}/${path}` }));

/**
 * Libraries of the broker alone that are large: without them the image is a quarter smaller, which is time in each
 * import into a node. No instance loads them.
 */
const brokerOnly = /^(org\.rocksdb-rocksdbjni|io\.kubernetes-client-java|io\.grpc-grpc-xds|org\.apache\.pulsar-jetcd)-/;

/** Pulsar's own command line, but for its libraries: what downloads packages. */
const adminTool = [
  "bin/pulsar-admin",
  "bin/pulsar-admin-common.sh",
  "conf/client.conf",
  "conf/log4j2.yaml",
  "conf/pulsar_tools_env.sh",
];

async function instanceLibraries(home: string): Promise<TreeSource[]> {
  const jars = await readdir(join(home, "lib"));
  return distributed(
    home,
    jars.filter((jar) => !brokerOnly.test(jar)).map((jar) => `lib/${jar}`),
  );
}

const runnerSettings = {
  user: imageUser,
  workingDirectory: pulsarHome,
} as const satisfies ImageSettings;
const runnerEnvironment = { PULSAR_HOME: pulsarHome, LANG: "C.UTF-8" } as const;

const pause: ImageRecipe = {
  name: "localhost/function-mesh/pause:1",
  version: "1",
  inputs: baseInputs,
  sources: async (stage) => [[await baseSystem(stage)]],
  settings: { user: "65535:65535", entrypoint: ["/bin/sleep"], command: ["2147483647"] },
  expected: "about a second",
};

const java: ImageRecipe = {
  name: `localhost/function-mesh/java-runner:${versions.pulsar}`,
  version: versions.pulsar,
  inputs: async () => [
    ...(await runnerInputs()),
    ...javaModules,
    ...connectorNames.map((name) => mavenArtifacts[name].sha256),
  ],
  sources: async (stage) => {
    const { home } = await obtainPulsar();
    const connectors: TreeSource[] = [];
    for (const name of connectorNames) {
      const from = await obtainConnector(name);
      connectors.push({ from, to: `${pulsarHome}/connectors/pulsar-io-${name}-${versions.pulsar}.nar` });
    }
    return [
      [await runnerSystem(stage), { from: await obtainJavaRuntime(), to: "/" }],
      await instanceLibraries(home), // the largest part, in a layer that changes with Pulsar's version only
      [
        ...distributed(home, ["instances/java-instance.jar", "conf/functions-logging", "examples/api-examples.jar"]),
        ...distributed(home, adminTool),
        ...connectors,
      ],
    ];
  },
  settings: {
    ...runnerSettings,
    environment: { PATH: `/opt/java/bin:${systemPath}`, JAVA_HOME: "/opt/java", ...runnerEnvironment },
  },
  expected: "about 5 s",
};

const python: ImageRecipe = {
  name: `localhost/function-mesh/python-runner:${versions.pulsar}`,
  version: versions.pulsar,
  inputs: async () => [...(await runnerInputs()), await findPythonBasis()],
  sources: async (stage) => {
    const { home } = await obtainPulsar();
    return [
      [await runnerSystem(stage), { from: await obtainPythonRuntime(), to: "/" }],
      distributed(home, ["instances/python-instance", "conf/functions-logging", "examples/python-examples"]),
    ];
  },
  settings: { ...runnerSettings, environment: { PATH: systemPath, ...runnerEnvironment } },
  expected: "about 5 s",
};

export const imageRecipes: Readonly<Record<ImageKind, ImageRecipe>> = { pause, java, python };
