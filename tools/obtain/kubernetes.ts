import { existsSync } from "node:fs";
import { join } from "node:path";
import { findGoBuild, obtainGoBuild, type GoBuild } from "./go";
import { Unobtainable } from "./unobtainable";
import { versions } from "./versions";

export interface Kubernetes {
  /** Every component in one executable: `fmkube control-plane|kubelet|kube-proxy|kubectl|kwok|metrics|dns …`. */
  readonly fmkube: string;
  readonly source: string;
}

const variable = "FUNCTION_MESH_FMKUBE";
const versionPackage = "k8s.io/component-base/version";
const minor = versions.kubernetes.split(".")[1] ?? "";

const build: GoBuild = {
  name: "kubernetes",
  version: versions.kubernetes,
  module: "kubernetes",
  title: `Kubernetes ${versions.kubernetes}`,
  expected: "about 9 minutes on 2 cores",
  without: "the unit tests and the engine tests that need no cluster run without it",
  usesCgo: false,
  programs: [
    {
      package: ".",
      output: "fmkube",
      // Without these the API server reports a version of "v0.0.0-master", and clients which look at it misbehave.
      variables: {
        [`${versionPackage}.gitVersion`]: versions.kubernetes,
        [`${versionPackage}.gitMajor`]: "1",
        [`${versionPackage}.gitMinor`]: minor,
        [`${versionPackage}.gitTreeState`]: "clean",
        "k8s.io/client-go/pkg/version.gitVersion": versions.kubernetes,
      },
    },
  ],
};

function fromEnvironment(): Kubernetes | undefined {
  const fmkube = process.env[variable];
  if (fmkube === undefined || fmkube === "") return undefined;
  if (!existsSync(fmkube))
    throw new Unobtainable("fmkube", `${variable} names ${fmkube}, which does not exist`, build.without);
  return { fmkube, source: variable };
}

const built = (directory: string): Kubernetes => ({ fmkube: join(directory, "fmkube"), source: "Go modules" });

/** Kubernetes if it is there already. */
export async function findKubernetes(): Promise<Kubernetes | undefined> {
  const directory = await findGoBuild(build);
  return fromEnvironment() ?? (directory === undefined ? undefined : built(directory));
}

/** Kubernetes, built from Go modules when it is not there. */
export async function obtainKubernetes(): Promise<Kubernetes> {
  return fromEnvironment() ?? built(await obtainGoBuild(build));
}
