import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheDirectory } from "../../obtain/cache";
import { digestOf } from "../../obtain/digest";
import { isAlive, self } from "../../obtain/owner";
import type { OwnClusters } from "./given";
import { Refusal } from "./refusal";

/** Where Pulumi keeps what a run has made. It outlives the process, so that the next run can take down what one left. */
export interface StateDirectory {
  readonly path: string;
  /** True when an earlier run for the same clusters and names did not come to its end. */
  readonly hasLeftovers: boolean;
  remove(): Promise<void>;
}

/** Takes the directory for these clusters and names; refuses while another process is at it. */
export async function claimStateDirectory(clusters: OwnClusters, server: string): Promise<StateDirectory> {
  const { adminUrl, kubernetesNamespace, tenant } = clusters;
  const key = digestOf(server, kubernetesNamespace, adminUrl, tenant).slice(0, 12);
  const path = join(cacheDirectory(), `quickstart-${key}`);
  const owner = join(path, "owner.json");
  const before = await ownerIn(owner);
  if (before !== undefined && isAlive(before)) {
    throw new Refusal(
      `process ${before.pid} runs the quickstart on these clusters already; end it, or name another namespace and tenant.`,
    );
  }
  const hasLeftovers = existsSync(path);
  // Whoever reads the state reads the kubeconfig: it is encrypted with a passphrase that everybody knows.
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFile(owner, JSON.stringify(self));
  return { path, hasLeftovers, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

async function ownerIn(file: string): Promise<typeof self | undefined> {
  try {
    const { pid, start } = JSON.parse(await readFile(file, "utf8"));
    return { pid: Number(pid), start: String(start) };
  } catch {
    return undefined; // none, or one that was killed before it wrote it
  }
}
