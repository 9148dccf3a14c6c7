import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { obtainKubernetes } from "../obtain/kubernetes";
import type { Environment } from "./environment";
import type { Outputs, Project } from "./project";

export interface Surroundings {
  readonly environment: Environment;
  readonly kubernetesNamespace: string;
  readonly project: Project;
}

/** The mesh as a diagram, its members, and where to look next. */
export async function printMesh(outputs: Outputs, surroundings: Surroundings): Promise<void> {
  const { environment, kubernetesNamespace, project } = surroundings;
  console.log(`\nThe mesh (Mermaid):\n\n${outputs.diagram.trimEnd()}\n\nIts members:`);
  for (const [key, { kind, places }] of Object.entries(outputs.members)) {
    const workloads = places.map(({ statefulSet }) => `statefulset/${statefulSet}`);
    console.log(`  ${key.padEnd(10)} ${kind.padEnd(9)} ${workloads.join(", ")}`);
  }
  console.log(`
Where to look next:
  . ${await writeShellFile(surroundings)}      # in another shell, for the commands below
  kubectl -n ${kubernetesNamespace} get pods
  kubectl -n ${kubernetesNamespace} logs ${Object.values(outputs.members)[0]?.places[0]?.statefulSet ?? ""}-0
  curl ${environment.broker.adminUrl}/admin/v2/persistent/quickstart/lines/enriched/stats
  cd ${project.program} && pulumi stack --stack local`);
}

/** A file for a shell: kubectl and pulumi, and what they need to find this cluster and this stack. */
async function writeShellFile({ environment, project }: Surroundings): Promise<string> {
  const bin = join(environment.directory, "bin");
  await mkdir(bin, { recursive: true });
  const { fmkube } = await obtainKubernetes();
  await writeFile(join(bin, "kubectl"), `#!/bin/sh\nexec '${fmkube}' kubectl "$@"\n`);
  await chmod(join(bin, "kubectl"), 0o755);
  const { PATH = "", ...variables } = project.environment;
  const file = join(environment.directory, "env.sh");
  const lines = Object.entries({ ...variables, KUBECONFIG: environment.cluster.kubeconfig }).map(
    ([name, value]) => `export ${name}='${value}'`,
  );
  await writeFile(file, [`export PATH='${bin}:${PATH}'`, ...lines, ""].join("\n"));
  return file;
}
