import { ensureDebianPackages, nodePackages } from "../obtain/debian";
import { obtainImage } from "../obtain/images";
import { obtainKubernetes } from "../obtain/kubernetes";
import { type ControlPlane, controlPlaneHandle } from "./control-plane";
import {
  launchControlPlane,
  type Place,
  type RunningControlPlane,
  waitForAccounts,
  waitForApi,
} from "./control-plane-process";
import { startMetricsServer } from "./metrics-server";
import { makeNodeCgroups } from "./node-cgroups";
import { inNamespace, makeNodeNetwork, nodeAddress } from "./node-network";
import { launchNode, type NodeProcess } from "./node-process";
import { type Run } from "./run";
import { openRun, startOrClose } from "./started";
import { waitUntil } from "./wait";

/** A Kubernetes cluster with one real node: pods run, in a network that ends at this machine. */
export interface NodeCluster extends ControlPlane {
  /** 1..9, one per cluster on this machine. */
  readonly index: number;
  /** 10.199.0.INDEX: of the API server, and of whatever else is started in the cluster's network. */
  readonly address: string;
  /** Gives the node an image from an OCI tar. */
  importImage(tar: string): Promise<void>;
  /** The argv that runs a command inside the cluster's network namespace. */
  inNetwork(command: readonly string[]): readonly string[];
}

export interface NodeClusterOptions {
  readonly name: string;
  /** New or empty; it is deleted on stop. Logs are in `log/` of it. */
  readonly directory: string;
  /** @default the first free one */
  readonly index?: number;
  /** Whether to serve metrics.k8s.io; @default false */
  readonly metrics?: boolean;
}

const apiPort = 6443;
const metricsPort = 4443;

/** Starts a cluster with a real node; the node is ready when the promise is fulfilled. Takes root on Linux. */
export async function startNodeCluster(options: NodeClusterOptions): Promise<NodeCluster> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) throw new Error("a real node needs Linux and root");
  const [{ fmkube }, pause] = await Promise.all([obtainKubernetes(), obtainImage("pause"), obtainNodePackages()]);
  const run = openRun(options);
  return startOrClose(run, async () => {
    const index = makeNodeNetwork(options.index, (free) => run.claimNode(free));
    makeNodeCgroups(index);
    const place = placeOf(run, index);
    const controlPlane = launchControlPlane(run, fmkube, place);
    const launched = launchNode(run, controlPlane, { index, node: nodeName(run), pauseImage: pause.name });
    const [node] = await Promise.all([
      launched,
      launched.then((node) => node.importImage(pause.tar)),
      startServices(run, controlPlane, launched, options.metrics ?? false),
    ]);
    await waitForNode(run, controlPlane, node);
    return {
      ...controlPlaneHandle(run, controlPlane),
      index,
      address: place.address,
      importImage: node.importImage,
      inNetwork: place.within,
    };
  });
}

const obtainNodePackages = (): Promise<void> =>
  ensureDebianPackages(Object.keys(nodePackages), "the unit and the engine tests run without a real node");

const nodeName = (run: Run): string => `${run.name}-node`;

function placeOf(run: Run, index: number): Place {
  const within = (command: readonly string[]): readonly string[] => inNamespace(index, command);
  return { cluster: run.name, address: nodeAddress(index), port: apiPort, isReachable: true, within };
}

/** What waits for the API server: names for pods, accounts, metrics, and the node's own kubelet. */
async function startServices(
  run: Run,
  controlPlane: RunningControlPlane,
  launched: Promise<NodeProcess>,
  metrics: boolean,
): Promise<void> {
  const { fmkube, place } = controlPlane;
  await waitForApi(run, controlPlane);
  (await launched).apiIsReady();
  const kubeconfig = run.path("admin.kubeconfig");
  run.start("dns", place.within([fmkube, "dns", `--kubeconfig=${kubeconfig}`, `--listen=${place.address}:53`]));
  await Promise.all([
    waitForAccounts(run, controlPlane),
    metrics ? startMetricsServer(run, controlPlane, metricsPort) : undefined,
  ]);
}

async function waitForNode(run: Run, { api }: RunningControlPlane, { process }: NodeProcess): Promise<void> {
  const isReady = (): Promise<boolean> => api.hasCondition(`/api/v1/nodes/${nodeName(run)}`, "Ready");
  await waitUntil({ run, server: process, what: "the node was ready", seconds: 60, isReady });
}
