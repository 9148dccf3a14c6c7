import { type RunningControlPlane } from "./control-plane-process";
import { type Run } from "./run";
import { waitUntil } from "./wait";

/** Serves metrics.k8s.io, for HorizontalPodAutoscalers and `kubectl top`, on a port that only the API server needs. */
export async function startMetricsServer(run: Run, controlPlane: RunningControlPlane, port: number): Promise<void> {
  const { api, credentials, fmkube, place } = controlPlane;
  const names = ["localhost", "metrics.kube-system.svc"];
  credentials.issue("metrics", { commonName: "metrics", usage: "server", names, addresses: ["127.0.0.1"] });
  const server = run.start(
    "metrics",
    place.within([
      fmkube,
      "metrics",
      `--kubeconfig=${run.path("admin.kubeconfig")}`,
      `--listen=127.0.0.1:${port}`,
      `--cert=${credentials.pki("metrics.crt")}`,
      `--key=${credentials.pki("metrics.key")}`,
      `--client-ca=${credentials.pki("front-proxy-ca.crt")}`,
    ]),
  );
  await api.apply("/api/v1/namespaces/kube-system/services/metrics", service(port));
  const path = "/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io";
  await api.apply(path, apiService(port, credentials.authority));
  const isReady = (): Promise<boolean> => api.hasCondition(path, "Available");
  await waitUntil({ run, server, what: "metrics.k8s.io was available", seconds: 30, isReady });
}

/** The API server dials the external name of such a Service as it stands: no endpoints, no cluster address needed. */
const service = (port: number): object => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "metrics", namespace: "kube-system" },
  spec: { type: "ExternalName", externalName: "localhost", ports: [{ port }] },
});

const apiService = (port: number, authority: string): object => ({
  apiVersion: "apiregistration.k8s.io/v1",
  kind: "APIService",
  metadata: { name: "v1beta1.metrics.k8s.io" },
  spec: {
    group: "metrics.k8s.io",
    version: "v1beta1",
    groupPriorityMinimum: 100,
    versionPriority: 100,
    caBundle: Buffer.from(authority).toString("base64"),
    service: { name: "metrics", namespace: "kube-system", port },
  },
});
