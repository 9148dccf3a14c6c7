import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Image, obtainImage } from "../obtain/images";
import { obtainPulsar } from "../obtain/pulsar";
import { type NodeCluster, startNodeCluster } from "../run/node-cluster";
import { type PulsarOptions, type PulsarServer, startPulsar } from "../run/pulsar";
import type { Run } from "../run/run";
import { closeRun, openRun } from "../run/started";
import { type Results, startResults } from "./results";

/** What an example runs against: a Kubernetes cluster with a real node, and a broker in its network. */
export interface Environment {
  /** For whatever else belongs to it; deleted with it. */
  readonly directory: string;
  readonly cluster: NodeCluster;
  readonly broker: PulsarServer;
  readonly images: { readonly java: Image; readonly python: Image };
  /** Makes what an example's program expects to exist; resolves to the server that its sink delivers to. */
  prepare(kubernetesNamespace: string, lines: readonly string[]): Promise<Results>;
  stop(): Promise<void>;
}

export type Say = (line: string) => void;

/** A path for a server to make: made here, it would be left when the server is never started. */
const temporary = (name: string): string => join(tmpdir(), `function-mesh-${name}-${randomBytes(4).toString("hex")}`);

const directories = new Set<string>();

/** For after an interrupt: pulumi writes its state to the end, also into a directory that is deleted already. */
export const removeDirectories = (): void =>
  directories.forEach((path) => rmSync(path, { recursive: true, force: true }));

export interface EnvironmentOptions {
  /** As in the options of a broker. */
  readonly auth?: PulsarOptions["auth"];
  /** Whether the cluster serves metrics.k8s.io; @default false */
  readonly metrics?: boolean;
  /** Settings of the broker over ours. */
  readonly configuration?: (cluster: NodeCluster) => Readonly<Record<string, string>>;
}

/** Starts everything, side by side as far as it does not depend on each other. */
export async function startEnvironment(
  name: string,
  say: Say = () => undefined,
  { auth = "none", metrics = false, configuration = () => ({}) }: EnvironmentOptions = {},
): Promise<Environment> {
  const [java, python] = await Promise.all([obtainImage("java"), obtainImage("python"), obtainPulsar()]);
  const run = openRun({ name, directory: temporary(name) });
  directories.add(run.directory);
  const cluster = await startNodeCluster({ name, directory: temporary(`${name}-kubernetes`), metrics });
  say(`Kubernetes is up with one real node: ${cluster.server}`);
  const [broker] = await Promise.all([
    startPulsar({
      clusterName: "local",
      directory: temporary(`${name}-pulsar`),
      network: cluster,
      auth,
      configuration: configuration(cluster),
    }),
    cluster.importImage(java.tar),
    cluster.importImage(python.tar),
  ]);
  say(`Pulsar is up: ${broker.adminUrl}; the images for Java and Python are on the node`);
  let port = 8800; // any will do: the network namespace is ours alone
  return {
    directory: run.directory,
    cluster,
    broker,
    images: { java, python },
    prepare: async (kubernetesNamespace, lines) => {
      await prepareNamespace(run, cluster, kubernetesNamespace, lines);
      return startResults(run, cluster, port++);
    },
    stop: async () => {
      await closeRun(run);
      await broker.stop();
      await cluster.stop();
    },
  };
}

/** A namespace that admits only restricted pods, and the lines to read. */
async function prepareNamespace(
  run: Run,
  cluster: NodeCluster,
  kubernetesNamespace: string,
  lines: readonly string[],
): Promise<void> {
  const file = run.path(`${kubernetesNamespace}-lines.txt`);
  await writeFile(file, `${lines.join("\n")}\n`);
  await cluster.kubectl("create", "namespace", kubernetesNamespace);
  await cluster.kubectl("label", "namespace", kubernetesNamespace, "pod-security.kubernetes.io/enforce=restricted");
  await cluster.kubectl("-n", kubernetesNamespace, "create", "configmap", "lines", `--from-file=lines.txt=${file}`);
  await rm(file);
}
