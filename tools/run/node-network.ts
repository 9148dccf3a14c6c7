import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { exclusively } from "./file-lock";

/**
 *     machine                          namespace of node N
 *     fmbr0 10.199.0.254/24 ── fmvN ── eth0 10.199.0.N/24: API server, kubelet, DNS, Pulsar
 *                                      cni0 10.200.N.1/24 ── pods 10.200.N.x
 *
 * Nodes reach each other and each other's pods through the bridge. There is no default route: nothing gets out. The
 * bridge's own address is only the source of the machine's requests; nothing listens on it, nothing is sent to it.
 */
const bridge = "fmbr0";
const indexes = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const namespaceName = (index: number): string => `fm-node${index}`;
export const namespaceFile = (index: number): string => `/run/netns/${namespaceName(index)}`;
export const nodeAddress = (index: number): string => `10.199.0.${index}`;
export const podSubnet = (index: number): string => `10.200.${index}.0/24`;
const link = (index: number): string => `fmv${index}`;

/**
 * The argv that runs a command in the namespace. Not `ip netns exec`: that mounts a fresh /sys and hides the cgroups
 * from containerd and kubelet.
 */
export const inNamespace = (index: number, command: readonly string[]): readonly string[] => [
  "nsenter",
  `--net=${namespaceFile(index)}`,
  ...command,
];

/** Serialises all changes: the bridge and the indexes are shared by every process on the machine, whatever its cache. */
const networkLock = "/run/lock/function-mesh-network.lock";

/** Makes the network of the first free index, or of the wanted one; `claim` is told the index before anything is made. */
export function makeNodeNetwork(wanted: number | undefined, claim: (index: number) => void): number {
  return exclusively(networkLock, () => {
    const free = (index: number): boolean =>
      !existsSync(`/sys/class/net/${link(index)}`) && !existsSync(namespaceFile(index));
    const index = indexes.find((candidate) => (wanted === undefined || candidate === wanted) && free(candidate));
    if (index === undefined)
      throw new Error(
        wanted === undefined ? "all node indexes 1..9 are in use" : `node index ${wanted} is in use or not 1..9`,
      );
    claim(index);
    build(index);
    return index;
  });
}

function build(index: number): void {
  if (!existsSync(`/sys/class/net/${bridge}`))
    ip([], [`link add ${bridge} type bridge`, `addr add 10.199.0.254/24 dev ${bridge}`, `link set ${bridge} up`]);
  const namespace = namespaceName(index);
  ip([], [`netns add ${namespace}`, `link add ${link(index)} type veth peer name eth0 netns ${namespace}`]);
  ip([], [`link set ${link(index)} master ${bridge} up`]);
  ip(
    ["-n", namespace],
    [
      "link set lo up",
      `addr add ${nodeAddress(index)}/24 dev eth0`,
      "link set eth0 up",
      ...indexes
        .filter((other) => other !== index)
        .map((other) => `route add ${podSubnet(other)} via ${nodeAddress(other)}`),
    ],
  );
  ip([], [`route replace ${podSubnet(index)} via ${nodeAddress(index)}`]);
  // A setting of the namespace, not of the machine: without it the node does not pass packets on to its pods.
  const [command = "", ...args] = inNamespace(index, ["sysctl", "-qw", "net.ipv4.ip_forward=1"]);
  execFileSync(command, args);
}

export function removeNodeNetwork(index: number): void {
  exclusively(networkLock, () => {
    tryIp(["route", "del", podSubnet(index), "via", nodeAddress(index)]);
    tryIp(["link", "del", link(index)]);
    if (existsSync(namespaceFile(index))) execFileSync("ip", ["netns", "del", namespaceName(index)]);
    removeNamespaceDirectory();
    const ports = `/sys/class/net/${bridge}/brif`;
    if (existsSync(ports) && readdirSync(ports).length === 0) tryIp(["link", "del", bridge]);
  });
}

/** Made, and mounted on itself, by the first `ip netns add` of the machine; every tool makes it again when it needs it. */
function removeNamespaceDirectory(): void {
  const directory = "/run/netns";
  if (!existsSync(directory) || readdirSync(directory).length > 0) return;
  spawnSync("umount", ["-n", directory], { stdio: "ignore" });
  spawnSync("rmdir", [directory], { stdio: "ignore" });
}

function ip(options: readonly string[], commands: readonly string[]): void {
  execFileSync("ip", [...options, "-batch", "-"], {
    input: `${commands.join("\n")}\n`,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** For removing: that the thing is already gone is no error. */
function tryIp(args: readonly string[]): void {
  spawnSync("ip", args, { stdio: "ignore" });
}
