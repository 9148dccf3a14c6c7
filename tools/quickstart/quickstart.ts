import { removeLeftovers } from "../run/started";
import { type Environment, startEnvironment } from "./environment";
import { obtainEverything } from "./obtain-everything";
import { printMesh } from "./print-mesh";
import { Project } from "./project";

const lineCount = 100;
const kubernetesNamespace = "streaming";

export interface QuickstartOptions {
  /** Take everything down when the lines have arrived. */
  readonly once: boolean;
}

export async function quickstart({ once }: QuickstartOptions): Promise<void> {
  const start = Date.now();
  const say = (line: string): void => console.log(`[${Math.round((Date.now() - start) / 1000)} s] ${line}`);
  await removeLeftovers();
  await obtainEverything();
  say("everything needed is there");
  const environment = await startEnvironment("quickstart", say);
  const results = await environment.prepare(kubernetesNamespace, linesOf(lineCount));
  const configuration = configurationOf(environment, kubernetesNamespace, results.url);
  const project = await Project.create("quickstart", environment.directory, configuration);

  say("pulumi up: examples/quickstart");
  await update(project);
  const bodies = await results.wait(lineCount, 120);
  say(`${bodies.length} of ${lineCount} results, for example ${bodies[0] ?? ""}`);
  say("pulumi up again:");
  await update(project, "--expect-no-changes");
  await printMesh(await project.outputs(), { environment, kubernetesNamespace, project });

  if (!once) await forever();
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

/** Shows what the update did, and its counts: everything else of it is for when it fails. */
async function update(project: Project, ...options: readonly string[]): Promise<void> {
  const done = /^\s*[+~-]+\s.*\s(created|updated|replaced|deleted)\b/;
  const counts = /^\s+(?:[+~-]+ )?\d+ (created|updated|unchanged|replaced|deleted)|^Duration/;
  const { code, output } = await project.run(["up", "--yes", "--skip-preview", ...options], (line) => {
    if (done.test(line)) console.log(`    ${line.trim().replace(/\) .*$/, ")")}`);
    else if (counts.test(line)) console.log(`    ${line.trim()}`);
  });
  if (code !== 0) throw new Error(`pulumi up failed:\n${output}`);
}

/** Until the signal that ends the process. */
const forever = (): Promise<never> =>
  new Promise(() => {
    console.log("\nThe mesh runs until you press Ctrl-C, which takes everything down.");
    setInterval(() => undefined, 1 << 30);
  });
