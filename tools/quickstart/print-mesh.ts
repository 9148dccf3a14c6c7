import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { obtainKubernetes } from "../obtain/kubernetes";
import type { Environment } from "./environment";
import type { Outputs, Project } from "./project";

export interface Surroundings {
  readonly project: Project;
  /** For the file that a shell reads. */
  readonly directory: string;
  readonly kubernetesNamespace: string;
  readonly adminUrl: string;
  readonly tenant: string;
  /** The command that reaches the Kubernetes cluster. */
  readonly kubectl: string;
  /** What goes into the file for a shell beside what pulumi needs; PATH is put in front of the others' directories. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The mesh as a diagram, and its members. */
export function printMesh(outputs: Outputs): void {
  console.log(`\nThe mesh (Mermaid):\n\n${outputs.diagram.trimEnd()}\n\nIts members:`);
  for (const [key, { kind, places }] of Object.entries(outputs.members)) {
    const workloads = places.map(({ statefulSet }) => `statefulset/${statefulSet}`);
    console.log(`  ${key.padEnd(10)} ${kind.padEnd(9)} ${workloads.join(", ")}`);
  }
}

/** Where to look next in a mesh that stays. */
export async function printPlaces(outputs: Outputs, surroundings: Surroundings): Promise<void> {
  const { adminUrl, kubectl, kubernetesNamespace, project, tenant } = surroundings;
  console.log(`
Where to look next:
  . ${await writeShellFile(surroundings)}      # in another shell, for the commands below
  ${kubectl} -n ${kubernetesNamespace} get pods
  ${kubectl} -n ${kubernetesNamespace} logs ${Object.values(outputs.members)[0]?.places[0]?.statefulSet ?? ""}-0
  curl ${adminUrl}/admin/v2/persistent/${tenant}/lines/enriched/stats
  cd ${project.program} && pulumi stack --stack local`);
}

/** A kubectl of ours for a cluster of ours. */
export async function ourKubectl({
  directory,
  cluster,
}: Environment): Promise<Pick<Surroundings, "kubectl" | "variables">> {
  const bin = join(directory, "bin");
  await mkdir(bin, { recursive: true });
  const { fmkube } = await obtainKubernetes();
  await writeFile(join(bin, "kubectl"), `#!/bin/sh\nexec '${fmkube}' kubectl "$@"\n`);
  await chmod(join(bin, "kubectl"), 0o755);
  return { kubectl: "kubectl", variables: { PATH: bin, KUBECONFIG: cluster.kubeconfig } };
}

/** A file for a shell: what pulumi needs to be found and to find this stack. */
async function writeShellFile({ directory, project, variables }: Surroundings): Promise<string> {
  const paths = [variables["PATH"], project.environment["PATH"]].filter((path) => path !== undefined);
  const all = { ...project.environment, ...variables, PATH: paths.join(":") };
  const file = join(directory, "env.sh");
  const lines = Object.entries(all).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
  await writeFile(file, [...lines, ""].join("\n"));
  return file;
}
