import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunningControlPlane } from "./control-plane-process";
import { type NodeFacts, writeNodeFiles } from "./node-configuration";
import { identify, type ProcessIdentity } from "./process-identity";
import { type Run } from "./run";
import { type StartedProcess } from "./started-process";
import { waitUntil } from "./wait";

/** The machine of a node: containerd, kubelet and kube-proxy in namespaces of their own. */
export interface NodeProcess {
  readonly process: StartedProcess;
  /** The argv that runs a command inside all of the node's namespaces. */
  inside(command: readonly string[]): readonly string[];
  /** Lets kubelet and kube-proxy start. */
  apiIsReady(): void;
  importImage(tar: string): Promise<void>;
}

/** Starts the node; only containerd runs until the API server is said to be ready. */
export async function launchNode(run: Run, controlPlane: RunningControlPlane, facts: NodeFacts): Promise<NodeProcess> {
  const { fmkube, place } = controlPlane;
  for (const path of [run.directory, fmkube]) assertVisible(path);
  writeNodeFiles(run, controlPlane, facts);
  const namespaces = ["--pid", "--mount", "--mount-proc", "--propagation", "private", "--fork", "--kill-child=KILL"];
  const init = ["bash", join(__dirname, "node-init.sh"), run.directory, fmkube, facts.node, place.address];
  const process = run.start("node", place.within(["unshare", ...namespaces, ...init]));
  const first = await firstProcess(run, process);
  const inside = (command: readonly string[]): readonly string[] => [
    ...["nsenter", `--target=${first.pid}`, "--mount", "--pid", "--net", "--"],
    ...command,
  ];
  const isReady = (): Promise<boolean> => run.command(inside(["ctr", "version"])).then(() => true);
  await waitUntil({ run, server: process, what: "containerd answered", seconds: 30, isReady });
  return {
    process,
    inside,
    apiIsReady: () => writeFileSync(run.path("api-is-ready"), ""),
    importImage: async (tar) => {
      const ctr = inside(["ctr", "--namespace=k8s.io", "images", "import", "--digests=false", "-"]);
      // Opened outside, since the node does not see all of the machine's files.
      await run.command(["sh", "-c", 'exec "$@" <"$0"', tar, ...ctr]);
    },
  };
}

/** The node has a /run, a /var/lib and a /var/log of its own, so that what it writes there goes with it. */
function assertVisible(path: string): void {
  const hidden = ["/run/", "/var/run/", "/var/lib/", "/var/log/"].find((directory) => path.startsWith(directory));
  if (hidden !== undefined)
    throw new Error(`${path}: a node cannot see ${hidden} of the machine; use another directory`);
}

/**
 * The child of unshare. It is noted as one of the run's: it counts as ended only when all processes of its namespace
 * have, so that waiting for it is waiting for all.
 */
async function firstProcess(run: Run, process: StartedProcess): Promise<ProcessIdentity> {
  const { pid } = process.identity;
  let first: ProcessIdentity | undefined;
  const isReady = async (): Promise<boolean> => {
    first = identify(Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")));
    return first !== undefined;
  };
  await waitUntil({ run, server: process, what: "the node's first process ran", seconds: 10, isReady });
  if (first === undefined) throw new Error(`${run.name}: the node's first process is gone`);
  run.adopt(first);
  return first;
}
