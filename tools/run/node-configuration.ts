import { mkdirSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { type RunningControlPlane } from "./control-plane-process";
import { nodeCgroup } from "./node-cgroups";
import { podSubnet } from "./node-network";
import { type Run } from "./run";

export interface NodeFacts {
  readonly index: number;
  readonly node: string;
  /** Name of the image that holds a pod's namespaces open. */
  readonly pauseImage: string;
}

/** Writes what containerd, its network plugins, kubelet and kube-proxy read. */
export function writeNodeFiles(run: Run, controlPlane: RunningControlPlane, facts: NodeFacts): void {
  const { credentials, place } = controlPlane;
  const { node, index } = facts;
  for (const directory of ["cni", "var-lib", "var-log", "kubelet", "containerd", "plugins"])
    mkdirSync(run.path(directory));
  credentials.issue("kubelet-server", { commonName: node, usage: "server", addresses: [place.address], names: [node] });
  const user = { commonName: `system:node:${node}`, organization: "system:nodes", usage: "client" } as const;
  credentials.kubeconfig("kubelet", credentials.issue("kubelet", user));
  const proxyUser = { commonName: "system:kube-proxy", usage: "client" } as const;
  credentials.kubeconfig("proxy", credentials.issue("proxy", proxyUser));
  writeFileSync(run.path("resolv.conf"), ""); // pods ask our DNS and nobody else
  writeFileSync(run.path("cni", "10-bridge.conflist"), JSON.stringify(podNetwork(index)));
  writeFileSync(run.path("containerd.toml"), containerdConfiguration(run, facts.pauseImage));
  writeFileSync(run.path("kubelet.yaml"), stringify(kubeletConfiguration(run, controlPlane, index)));
  writeFileSync(run.path("proxy.yaml"), stringify(proxyConfiguration(run, facts)));
}

const podNetwork = (index: number): object => ({
  cniVersion: "0.4.0",
  name: "function-mesh",
  plugins: [
    {
      type: "bridge",
      bridge: "cni0",
      isGateway: true,
      ipMasq: false,
      hairpinMode: true,
      ipam: {
        type: "host-local",
        dataDir: "/run/cni-ipam",
        ranges: [[{ subnet: podSubnet(index) }]],
        routes: [{ dst: "0.0.0.0/0" }],
      },
    },
    { type: "portmap", capabilities: { portMappings: true } },
  ],
});

function containerdConfiguration(run: Run, pauseImage: string): string {
  return `version = 2
root = "${run.path("containerd")}"
state = "/run/containerd"
[grpc]
  address = "/run/containerd/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "${run.path("plugins")}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  # Without CAP_SYS_RESOURCE nobody may lower a score: runc would fail for every pod.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "${run.path("cni")}"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
`;
}

function kubeletConfiguration(run: Run, { credentials, place }: RunningControlPlane, index: number): object {
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    address: place.address,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: credentials.pki("ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: credentials.pki("kubelet-server.crt"),
    tlsPrivateKeyFile: credentials.pki("kubelet-server.key"),
    cgroupDriver: "cgroupfs",
    cgroupRoot: nodeCgroup(index),
    failCgroupV1: false,
    failSwapOn: false,
    // Ends rather than changes the machine's kernel; node-init.sh shows it the settings that it wants.
    protectKernelDefaults: true,
    containerRuntimeEndpoint: "unix:///run/containerd/containerd.sock",
    volumePluginDir: run.path("plugins", "volume"),
    clusterDNS: [place.address],
    clusterDomain: "cluster.local",
    resolvConf: run.path("resolv.conf"),
    seccompDefault: true,
    // No registry could bring an image back that was thrown away.
    imageGCHighThresholdPercent: 100,
    evictionHard: { "memory.available": "100Mi", "nodefs.available": "1%", "imagefs.available": "1%" },
    // How soon files of a Secret that changed are in the pods: a minute and a half by default, which is long for a test.
    syncFrequency: "10s",
    registryPullQPS: 0,
    registerNode: true,
    maxPods: 200,
  };
}

const proxyConfiguration = (run: Run, { index, node }: NodeFacts): object => ({
  apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
  kind: "KubeProxyConfiguration",
  mode: "iptables",
  clusterCIDR: podSubnet(index),
  hostnameOverride: node,
  clientConnection: { kubeconfig: run.path("proxy.kubeconfig") },
  // Zeroes keep it from writing kernel settings.
  conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
  metricsBindAddress: "127.0.0.1:10249",
  healthzBindAddress: "127.0.0.1:10256",
});
