import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startControlPlane } from "./control-plane";
import { startNodeCluster } from "./node-cluster";
import { startPulsar } from "./pulsar";

const usage = `usage: node tools/bootstrap.mjs tools/run/main.ts KIND [NAME] [options]
  kubernetes   an API server with simulated nodes   --nodes 3 --metrics
  node         a cluster with one real node (root)  --metrics
  pulsar       a Pulsar standalone                  --token (with authentication)
Runs until Ctrl-C; then nothing of it is left.`;

interface Options {
  readonly nodes?: string;
  readonly metrics?: boolean;
  readonly token?: boolean;
}

/** Each starts a server and returns the variables that a shell needs to use it. */
const kinds: Readonly<Record<string, (name: string, options: Options) => Promise<Readonly<Record<string, string>>>>> = {
  kubernetes: async (name, { nodes = "3", metrics = false }) => {
    const { kubeconfig } = await startControlPlane({ name, directory: directory(), nodes: Number(nodes), metrics });
    return { KUBECONFIG: kubeconfig };
  },
  node: async (name, { metrics = false }) => {
    const { kubeconfig, address } = await startNodeCluster({ name, directory: directory(), metrics });
    return { KUBECONFIG: kubeconfig, NO_PROXY: address };
  },
  pulsar: async (clusterName, { token = false }) => {
    const auth = token ? "token" : "none";
    const { adminUrl, serviceUrl, adminToken } = await startPulsar({ clusterName, directory: directory(), auth });
    const urls = { PULSAR_ADMIN_URL: adminUrl, PULSAR_SERVICE_URL: serviceUrl };
    return adminToken === undefined ? urls : { ...urls, PULSAR_ADMIN_TOKEN: adminToken };
  },
};

const directory = (): string => join(tmpdir(), `function-mesh-${randomUUID().slice(0, 8)}`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { nodes: { type: "string" }, metrics: { type: "boolean" }, token: { type: "boolean" } },
  });
  const [kind = "", name = "local"] = positionals;
  const start = kinds[kind];
  if (start === undefined) throw new Error(usage);
  const variables = await start(name, values);
  for (const [variable, value] of Object.entries(variables)) console.log(`export ${variable}=${value}`);
  console.error("running; Ctrl-C ends it");
  setInterval(() => undefined, 60_000); // the servers themselves do not keep this process alive
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
