import { removeLeftovers, stopAll } from "../run/started";
import { type Environment, removeDirectories, startEnvironment } from "./environment";
import { obtainEverything } from "./obtain-everything";
import { ourKubectl, printMesh, printPlaces, type Surroundings } from "./print-mesh";
import { type Outputs, Project } from "./project";
import { interruptPulumi } from "./pulumi-process";
import { update } from "./update";

const lineCount = 100;
const kubernetesNamespace = "streaming";

/** A quickstart that can be ended at any moment. */
export interface Quickstart {
  /** Resolves when all has been shown, and never when it is not `once`: then a signal ends the process. */
  run(once: boolean): Promise<void>;
  /** Takes everything down, also in the middle of whatever. */
  cleanUp(): Promise<void>;
}

/** On servers that are started for it. */
export const onThisMachine: Quickstart = {
  run,
  cleanUp: async () => {
    // Pulumi first, while the servers that it waits for still answer.
    await interruptPulumi();
    await stopAll();
    removeDirectories();
  },
};

/** Prints lines with the time since now. */
export function startClock(): (line: string) => void {
  const start = Date.now();
  return (line) => console.log(`[${Math.round((Date.now() - start) / 1000)} s] ${line}`);
}

async function run(once: boolean): Promise<void> {
  const say = startClock();
  await removeLeftovers();
  await obtainEverything();
  say("everything needed is there");
  const environment = await startEnvironment("quickstart", say);
  const results = await environment.prepare(kubernetesNamespace, linesOf(lineCount));
  const configuration = configurationOf(environment, kubernetesNamespace, results.url);
  const project = await Project.create({ example: "quickstart", directory: environment.directory }, configuration);

  say("pulumi up: examples/quickstart");
  await update(project);
  const bodies = await results.wait(lineCount, 120);
  say(`${bodies.length} of ${lineCount} results, for example ${bodies[0] ?? ""}`);
  say("pulumi up again:");
  await update(project, "--expect-no-changes");
  await showMesh(await project.outputs(), once, async () => ({
    project,
    directory: environment.directory,
    kubernetesNamespace,
    adminUrl: environment.broker.adminUrl,
    tenant: "quickstart",
    ...(await ourKubectl(environment)),
  }));
  say("pulumi destroy");
  await project.expect("destroy", "--yes", "--skip-preview");
  await environment.stop();
  say("everything is down again; the tools stay in the cache");
}

export const linesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}`);

/** The configuration of the example's programs. */
export const configurationOf = (
  { cluster, broker, images }: Environment,
  namespace: string,
  resultsUrl: string,
): Readonly<Record<string, string>> => ({
  adminUrl: broker.adminUrl,
  serviceUrl: broker.serviceUrl,
  kubeconfig: cluster.kubeconfig,
  kubernetesNamespace: namespace,
  resultsUrl,
  javaImage: images.java.name,
  pythonImage: images.python.name,
});

/** Shows the mesh. One that stays can be looked into, until the signal that ends the process. */
export async function showMesh(
  outputs: Outputs,
  once: boolean,
  surroundings: () => Promise<Surroundings>,
): Promise<void> {
  printMesh(outputs);
  if (once) return;
  await printPlaces(outputs, await surroundings());
  await forever();
}

const forever = (): Promise<never> =>
  new Promise(() => {
    console.log("\nThe mesh runs until you press Ctrl-C, which takes everything down.");
    setInterval(() => undefined, 1 << 30);
  });
