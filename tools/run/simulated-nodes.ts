import { join } from "node:path";
import { type RunningControlPlane } from "./control-plane-process";
import { freePort, retryWhenPortTaken } from "./free-port";
import { type Run } from "./run";
import { waitUntil } from "./wait";

const stages = join(__dirname, "simulated-nodes.yaml");
const mark = "kwok.x-k8s.io/node";

/** Nodes without machines: pods on them become ready, fail or finish as simulated-nodes.yaml says. */
export async function startSimulatedNodes(run: Run, controlPlane: RunningControlPlane, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `kwok-${index}`);
  const { api, credentials } = controlPlane;
  credentials.issue("kwok-server", { commonName: "kwok", usage: "server", addresses: ["127.0.0.1"] });
  const created = Promise.all(names.map((name, index) => api.apply(`/api/v1/nodes/${name}`, node(name, index))));
  created.catch(() => undefined); // awaited below; must not count as unhandled until then
  await retryWhenPortTaken(async () => {
    const server = run.start("kwok", kwokCommand(run, controlPlane, await freePort()));
    await created;
    const isReady = async (): Promise<boolean> => {
      const ready = await Promise.all(names.map((name) => api.hasCondition(`/api/v1/nodes/${name}`, "Ready")));
      return ready.every(Boolean);
    };
    await waitUntil({ run, server, what: "the simulated nodes were ready", seconds: 60, isReady });
  });
}

function kwokCommand(run: Run, { fmkube, credentials }: RunningControlPlane, port: number): readonly string[] {
  return [
    fmkube,
    "kwok",
    `--kubeconfig=${run.path("admin.kubeconfig")}`,
    `--config=${stages}`,
    "--manage-all-nodes=false",
    `--manage-nodes-with-annotation-selector=${mark}=fake`,
    "--cidr=10.210.0.0/16",
    "--node-ip=127.0.0.1",
    // With a kubelet API `kubectl logs` and `exec` answer at once that there is nothing, instead of timing out.
    `--node-port=${port}`,
    `--server-address=127.0.0.1:${port}`,
    `--tls-cert-file=${credentials.pki("kwok-server.crt")}`,
    `--tls-private-key-file=${credentials.pki("kwok-server.key")}`,
    "--node-lease-duration-seconds=40",
  ];
}

function node(name: string, index: number): object {
  const resources = { cpu: "64", memory: "256Gi", pods: "500" };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: { [mark]: "fake", "node.alpha.kubernetes.io/ttl": "0" },
      labels: {
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": "amd64",
        "topology.kubernetes.io/zone": `z${index % 3}`,
        type: "kwok",
      },
    },
    status: { allocatable: resources, capacity: resources },
  };
}
