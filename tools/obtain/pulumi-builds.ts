import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { outputOf } from "./child";
import { goEnvironment, type GoBuild } from "./go";
import { goModuleDirectory } from "./repository";
import { versions } from "./versions";

const sdk = "github.com/pulumi/pulumi/sdk/v3";
const versionVariable = `${sdk}/go/common/version.Version`;
const without = "the unit tests run without it";

/** The launcher of Python programs is a script inside the module, not a program to compile. */
async function copyPythonLauncher(directory: string): Promise<void> {
  const module = goModuleDirectory("pulumi/hosts");
  const source = (await outputOf("go", ["-C", module, "list", "-m", "-f", "{{.Dir}}", sdk], goEnvironment))?.trim();
  if (source === undefined || source === "") throw new Error(`go knows no directory of ${sdk}`);
  const launcher = join(directory, "pulumi-language-python-exec");
  await copyFile(join(source, "python/cmd/pulumi-language-python-exec"), launcher);
  await chmod(launcher, 0o755); // files of modules are read-only
}

/** What a release of the CLI holds, built from its modules. */
export const cliBuilds = {
  engine: {
    name: "pulumi-engine",
    version: versions.pulumi,
    module: "pulumi/engine",
    title: `the Pulumi CLI ${versions.pulumi}`,
    expected: "about 7 minutes on 2 cores",
    without,
    programs: [
      {
        package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        output: "pulumi",
        // The engine compares this version with what plugins ask for; a build without it calls itself a development one.
        variables: { [versionVariable]: versions.pulumi },
      },
    ],
  },
  hosts: {
    name: "pulumi-hosts",
    version: versions.pulumiHosts,
    module: "pulumi/hosts",
    title: "Pulumi's Node.js and Python language hosts",
    expected: "about 1 minute",
    without,
    programs: ["nodejs", "python"].map((language) => ({
      package: `${sdk}/${language}/cmd/pulumi-language-${language}`,
      output: `pulumi-language-${language}`,
      variables: { [versionVariable]: versions.pulumiHosts },
    })),
    finish: copyPythonLauncher,
  },
  yaml: {
    name: "pulumi-yaml",
    version: versions.pulumiYaml,
    module: "pulumi/yaml",
    title: "Pulumi's YAML language host",
    expected: "about 1 minute",
    without,
    programs: ["pulumi-language-yaml", "pulumi-converter-yaml"].map((name) => ({
      package: `github.com/pulumi/pulumi-yaml/cmd/${name}`,
      output: name,
    })),
  },
} as const satisfies Readonly<Record<string, GoBuild>>;

const pluginModule = "github.com/pulumi/pulumi-kubernetes/provider/v2";

/** Pulumi's Kubernetes plugin. */
export const kubernetesPluginBuild: GoBuild = {
  name: "pulumi-kubernetes",
  version: versions.pulumiKubernetes,
  module: "pulumi/kubernetes",
  title: "Pulumi's Kubernetes plugin",
  expected: "about 3 minutes on 2 cores",
  without,
  programs: [
    {
      package: `${pluginModule}/cmd/pulumi-resource-kubernetes`,
      output: "pulumi-resource-kubernetes",
      variables: { [`${pluginModule}/pkg/version.Version`]: versions.pulumiKubernetes },
    },
  ],
};

/** The generator of SDKs, from the code generators of the engine's module. */
export const sdkGeneratorBuild: GoBuild = {
  name: "gensdk",
  version: versions.pulumi,
  module: "pulumi/engine",
  title: "the SDK generator",
  expected: "seconds after the Pulumi CLI was built, 7 minutes before",
  without: "everything but `npm run generate` works without it",
  programs: [{ package: "./gensdk", output: "gensdk" }],
};
