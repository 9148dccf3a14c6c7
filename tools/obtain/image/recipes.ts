import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { digestOfSources } from "../digest";
import { findPulsar, obtainConnector, obtainPulsar, connectorNames } from "../pulsar";
import { javaModules, mavenArtifacts, versions } from "../versions";
import { imageUser, layBaseSystem } from "./base-system";
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

async function pulsarInputs(): Promise<string[]> {
  const own = process.env["PULSAR_HOME"] ?? "";
  return [own, mavenArtifacts.pulsar.sha256, (await findPulsar())?.version ?? versions.pulsar];
}

async function baseSystem(stage: string): Promise<TreeSource> {
  await layBaseSystem(stage);
  return { from: stage, to: "/" };
}

/** Files of the distribution at the place where Pulsar's images have them. */
const distributed = (home: string, paths: readonly string[]): TreeSource[] =>
  paths.map((path) => ({ from: join(home, path), to: `${pulsarHome}/${path}` }));

/**
 * Libraries of the broker alone that are large: without them the image is a quarter smaller, which is time in each
 * import into a node. No instance loads them.
 */
const brokerOnly = /^(org\.rocksdb-rocksdbjni|io\.kubernetes-client-java|io\.grpc-grpc-xds|org\.apache\.pulsar-jetcd)-/;

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
    ...(await baseInputs()),
    ...(await pulsarInputs()),
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
      [await baseSystem(stage), { from: await obtainJavaRuntime(), to: "/" }],
      await instanceLibraries(home), // the largest part, in a layer that changes with Pulsar's version only
      [
        ...distributed(home, ["instances/java-instance.jar", "conf/functions-logging", "examples/api-examples.jar"]),
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
  inputs: async () => [...(await baseInputs()), ...(await pulsarInputs()), await findPythonBasis()],
  sources: async (stage) => {
    const { home } = await obtainPulsar();
    return [
      [await baseSystem(stage), { from: await obtainPythonRuntime(), to: "/" }],
      distributed(home, ["instances/python-instance", "conf/functions-logging", "examples/python-examples"]),
    ];
  },
  settings: { ...runnerSettings, environment: { PATH: systemPath, ...runnerEnvironment } },
  expected: "about 5 s",
};

export const imageRecipes: Readonly<Record<ImageKind, ImageRecipe>> = { pause, java, python };
