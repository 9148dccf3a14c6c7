import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlPlane, startControlPlane } from "../../../tools/run/control-plane";
import { type PulsarOptions, type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { stopAll } from "../../../tools/run/started";

/**
 * Servers that the test files of one run share, started when first asked for. Tests keep apart by names of their own: a
 * Kubernetes namespace and a Pulsar tenant each.
 */
const started = new Map<string, Promise<unknown>>();

function once<T>(name: string, start: () => Promise<T>): Promise<T> {
  const running = started.get(name) ?? start();
  started.set(name, running);
  return running as Promise<T>;
}

const directory = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `function-mesh-${name}-`));

export const kubernetes = (name: string): Promise<ControlPlane> =>
  once(`kubernetes-${name}`, async () => startControlPlane({ name, directory: await directory(name) }));

export const pulsar = (name: string, options: Partial<PulsarOptions> = {}): Promise<PulsarServer> =>
  once(`pulsar-${name}`, async () => startPulsar({ clusterName: name, directory: await directory(name), ...options }));

after(async () => {
  await stopAll();
});
