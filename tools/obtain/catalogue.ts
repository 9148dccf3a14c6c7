import { findGoFunction, obtainGoFunction } from "./go-function";
import { missingDebianPackages, ensureDebianPackages, nodePackages } from "./debian";
import { findImage, obtainImage } from "./images";
import { imageRecipes, type ImageKind } from "./image/recipes";
import { findKubernetes, obtainKubernetes } from "./kubernetes";
import { findLogShipper, obtainLogShipper } from "./log-shipper";
import { findPulumi, findSdkGenerator, obtainPulumi, obtainSdkGenerator } from "./pulumi";
import { connectorNames, findConnector, findPulsar, obtainConnector, obtainPulsar, type ConnectorName } from "./pulsar";
import {
  findPythonInstancePackages,
  findPythonProgramEnvironment,
  obtainPythonInstancePackages,
  obtainPythonProgramEnvironment,
} from "./python";
import { versions } from "./versions";

/** One row of `npm run tools -- list`. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Where it comes from when it is not there. */
  readonly origin: string;
  /** Where it is, if it is. */
  readonly find: () => Promise<string | undefined>;
  readonly obtain: () => Promise<string>;
}

const nodePackageNames = Object.keys(nodePackages);

const debianTool: Tool = {
  name: "node-packages",
  version: "the system's",
  origin: `apt-get install ${nodePackageNames.join(" ")}`,
  find: async () => ((await missingDebianPackages(nodePackageNames)).length === 0 ? "installed" : undefined),
  obtain: async () => {
    await ensureDebianPackages(nodePackageNames, "everything but tests with real pods works without them");
    return "installed";
  },
};

const connectorTool = (name: ConnectorName): Tool => ({
  name: `connector-${name}`,
  version: versions.pulsar,
  origin: "Maven Central",
  find: async () => findConnector(name),
  obtain: () => obtainConnector(name),
});

const imageTool = (kind: ImageKind): Tool => ({
  name: `image-${kind}`,
  version: imageRecipes[kind].version,
  origin: "made from the above and this machine's system",
  find: async () => (await findImage(kind))?.tar,
  obtain: async () => (await obtainImage(kind)).tar,
});

const imageKinds: readonly ImageKind[] = ["pause", "java", "python"];

/** Everything that the tests and the quickstart need besides npm packages, the slowest first. */
export const tools: readonly Tool[] = [
  {
    name: "pulumi",
    version: versions.pulumi,
    origin: "official release, else Go modules",
    find: async () => (await findPulumi())?.bin,
    obtain: async () => (await obtainPulumi()).bin,
  },
  {
    name: "sdk-generator",
    version: versions.pulumi,
    origin: "Go modules",
    find: findSdkGenerator,
    obtain: obtainSdkGenerator,
  },
  {
    name: "kubernetes",
    version: versions.kubernetes,
    origin: "Go modules",
    find: async () => (await findKubernetes())?.fmkube,
    obtain: async () => (await obtainKubernetes()).fmkube,
  },
  {
    name: "pulsar",
    version: versions.pulsar,
    origin: "Maven Central",
    find: async () => (await findPulsar())?.home,
    obtain: async () => (await obtainPulsar()).home,
  },
  ...connectorNames.map(connectorTool),
  {
    name: "python-instance",
    version: "pinned with hashes",
    origin: "PyPI",
    find: findPythonInstancePackages,
    obtain: obtainPythonInstancePackages,
  },
  {
    name: "python-program",
    version: versions.pulumiPython,
    origin: "PyPI",
    find: async () => (await findPythonProgramEnvironment())?.bin,
    obtain: async () => (await obtainPythonProgramEnvironment()).bin,
  },
  {
    name: "go-function",
    version: versions.goFunction,
    origin: "Go modules",
    find: findGoFunction,
    obtain: obtainGoFunction,
  },
  {
    name: "log-shipper",
    version: versions.goFunction,
    origin: "Go modules",
    find: findLogShipper,
    obtain: obtainLogShipper,
  },
  debianTool,
  ...imageKinds.map(imageTool),
];
