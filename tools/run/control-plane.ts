import { obtainKubernetes } from "../obtain/kubernetes";
import { launchControlPlane, type RunningControlPlane, waitForAccounts, waitForApi } from "./control-plane-process";
import { freePort, retryWhenPortTaken } from "./free-port";
import { startMetricsServer } from "./metrics-server";
import { type Run } from "./run";
import { startSimulatedNodes } from "./simulated-nodes";
import { closeRun, openRun, startOrClose } from "./started";

/** A Kubernetes API with its controllers; the pods run on simulated nodes, that is, only seem to. */
export interface ControlPlane {
  readonly name: string;
  /** The path of the administrator's kubeconfig. */
  readonly kubeconfig: string;
  readonly kubeconfigText: string;
  readonly server: string;
  /** Runs kubectl as administrator and returns what it prints. */
  kubectl(...args: readonly string[]): Promise<string>;
  /** Ends it and deletes its directory. */
  stop(): Promise<void>;
}

export interface ControlPlaneOptions {
  readonly name: string;
  /** New or empty; it is deleted on stop. Logs are in `log/` of it. */
  readonly directory: string;
  /** Simulated nodes; @default 3 */
  readonly nodes?: number;
  /** Whether to serve metrics.k8s.io; @default false */
  readonly metrics?: boolean;
  /** @default a free one */
  readonly port?: number;
}

/** Starts a control plane on 127.0.0.1; it answers, and its simulated nodes are ready, when the promise is fulfilled. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const { fmkube } = await obtainKubernetes();
  const run = openRun(options);
  return startOrClose(run, async () => {
    const controlPlane = await launchOnFreePort(run, fmkube, options.port);
    await Promise.all([
      waitForAccounts(run, controlPlane),
      (options.nodes ?? 3) > 0 ? startSimulatedNodes(run, controlPlane, options.nodes ?? 3) : undefined,
      options.metrics === true
        ? retryWhenPortTaken(async () => startMetricsServer(run, controlPlane, await freePort()))
        : undefined,
    ]);
    return controlPlaneHandle(run, controlPlane);
  });
}

/** What callers get in hand; a cluster with a real node has the same and more. */
export function controlPlaneHandle(run: Run, { fmkube, credentials }: RunningControlPlane): ControlPlane {
  const kubeconfig = run.path("admin.kubeconfig");
  // The cache would otherwise be written to the home directory.
  const kubectl = [fmkube, "kubectl", `--kubeconfig=${kubeconfig}`, `--cache-dir=${run.path("kubectl-cache")}`];
  return {
    name: run.name,
    kubeconfig,
    kubeconfigText: credentials.adminKubeconfig,
    server: credentials.server,
    kubectl: (...args) => run.command([...kubectl, ...args]),
    stop: () => closeRun(run),
  };
}

async function launchOnFreePort(run: Run, fmkube: string, wanted: number | undefined): Promise<RunningControlPlane> {
  const launch = async (port: number): Promise<RunningControlPlane> => {
    const place = {
      cluster: run.name,
      address: "127.0.0.1",
      port,
      isReachable: false,
      within: (command: readonly string[]) => command,
    };
    const controlPlane = launchControlPlane(run, fmkube, place);
    await waitForApi(run, controlPlane);
    return controlPlane;
  };
  return wanted === undefined ? retryWhenPortTaken(async () => launch(await freePort())) : launch(wanted);
}
