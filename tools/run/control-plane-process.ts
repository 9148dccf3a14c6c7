import { apiClient, type ApiClient } from "./api-client";
import { type ClusterCredentials, makeCredentials } from "./cluster-credentials";
import { type Run } from "./run";
import { type StartedProcess } from "./started-process";
import { waitUntil } from "./wait";

/** Where the control plane of a cluster listens, and how its processes get there. */
export interface Place {
  readonly cluster: string;
  readonly address: string;
  readonly port: number;
  /** Whether pods can reach `address`: only then may the API server publish it as the endpoint of `kubernetes`. */
  readonly isReachable: boolean;
  /** Puts a command where the cluster lives: as it is, or into a network namespace. */
  within(command: readonly string[]): readonly string[];
}

/** A control plane that has been started, and perhaps not yet answers. */
export interface RunningControlPlane {
  readonly place: Place;
  readonly fmkube: string;
  readonly credentials: ClusterCredentials;
  readonly api: ApiClient;
  readonly process: StartedProcess;
}

/** Starts etcd, API server, controller manager and scheduler, which are one process. */
export function launchControlPlane(run: Run, fmkube: string, place: Place): RunningControlPlane {
  const credentials = makeCredentials(run, place);
  const command = [
    ...[fmkube, "control-plane", run.path("etcd")],
    ...["--", ...apiServerFlags(run, place, credentials)],
    ...["--", ...controllerManagerFlags(run, credentials)],
    ...["--", ...schedulerFlags(run)],
  ];
  const { server, authority, admin: credential } = credentials;
  return {
    place,
    fmkube,
    credentials,
    api: apiClient({ server, authority, credential }),
    process: run.start("control-plane", place.within(command)),
  };
}

export async function waitForApi(run: Run, { api, process }: RunningControlPlane): Promise<void> {
  const isReady = (): Promise<boolean> => api.answers("/readyz");
  await waitUntil({ run, server: process, what: "the API server was ready", seconds: 90, isReady });
}

/** Pods are refused until the controller manager has made the account that they run under. */
export async function waitForAccounts(run: Run, { api, process }: RunningControlPlane): Promise<void> {
  const isReady = (): Promise<boolean> => api.answers("/api/v1/namespaces/default/serviceaccounts/default");
  await waitUntil({ run, server: process, what: "the default service account", seconds: 60, isReady });
}

function apiServerFlags(run: Run, place: Place, { pki }: ClusterCredentials): readonly string[] {
  return [
    `--bind-address=${place.address}`,
    `--secure-port=${place.port}`,
    // A loopback address is refused as endpoint of the Service `kubernetes`; this one belongs to documentation.
    `--advertise-address=${place.isReachable ? place.address : "192.0.2.1"}`,
    `--endpoint-reconciler-type=${place.isReachable ? "lease" : "none"}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    `--tls-cert-file=${pki("apiserver.crt")}`,
    `--tls-private-key-file=${pki("apiserver.key")}`,
    `--client-ca-file=${pki("ca.crt")}`,
    `--kubelet-client-certificate=${pki("apiserver-kubelet-client.crt")}`,
    `--kubelet-client-key=${pki("apiserver-kubelet-client.key")}`,
    // By default the API server looks up the node's name, which no DNS knows: logs and exec would fail.
    "--kubelet-preferred-address-types=InternalIP",
    "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
    `--service-account-key-file=${pki("sa.pub")}`,
    `--service-account-signing-key-file=${pki("sa.key")}`,
    `--requestheader-client-ca-file=${pki("front-proxy-ca.crt")}`,
    "--requestheader-allowed-names=front-proxy-client",
    "--requestheader-username-headers=X-Remote-User",
    "--requestheader-group-headers=X-Remote-Group",
    "--requestheader-extra-headers-prefix=X-Remote-Extra-",
    `--proxy-client-cert-file=${pki("front-proxy-client.crt")}`,
    `--proxy-client-key-file=${pki("front-proxy-client.key")}`,
    "--authorization-mode=Node,RBAC",
    "--enable-admission-plugins=NodeRestriction",
    "--allow-privileged=true",
    `--etcd-servers=unix://${run.path("etcd", "etcd.sock")}`,
    "--profiling=false",
  ];
}

/** Client limits far above the defaults (20/s, 50/s), and an autoscaler that acts in seconds instead of minutes. */
function controllerManagerFlags(run: Run, { pki }: ClusterCredentials): readonly string[] {
  return [
    ...componentFlags(run, "controller-manager"),
    `--service-account-private-key-file=${pki("sa.key")}`,
    `--root-ca-file=${pki("ca.crt")}`,
    // With one account for all, most controllers are refused: RBAC's roles are for the accounts of each.
    "--use-service-account-credentials=true",
    `--cluster-signing-cert-file=${pki("ca.crt")}`,
    `--cluster-signing-key-file=${pki("ca.key")}`,
    "--concurrent-statefulset-syncs=20",
    "--concurrent-namespace-syncs=20",
    "--horizontal-pod-autoscaler-sync-period=2s",
    "--horizontal-pod-autoscaler-initial-readiness-delay=1s",
    "--horizontal-pod-autoscaler-cpu-initialization-period=1s",
    "--horizontal-pod-autoscaler-downscale-stabilization=5s",
  ];
}

const schedulerFlags = (run: Run): readonly string[] => componentFlags(run, "scheduler");

const componentFlags = (run: Run, component: string): readonly string[] => [
  `--kubeconfig=${run.path(`${component}.kubeconfig`)}`,
  "--leader-elect=false",
  "--bind-address=127.0.0.1",
  "--secure-port=0",
  "--kube-api-qps=500",
  "--kube-api-burst=1000",
];
