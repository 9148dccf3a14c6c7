import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ControlPlane } from "../../../tools/run/control-plane";
import type { PulsarServer } from "../../../tools/run/pulsar";
import { kubernetes, pulsar } from "../harness/servers";
import { createNamespaces } from "./namespaces-of-fields";

/** Clusters by their keys, with what members refer to. */
export interface Surroundings {
  readonly planes: Readonly<Record<string, ControlPlane>>;
  readonly brokers: Readonly<Record<string, PulsarServer>>;
  readonly kubernetesNamespaces: readonly string[];
}

export async function startSurroundings(kubernetesNamespaces: readonly string[]): Promise<Surroundings> {
  // One after the other: a control plane that is starting gives up when it has to wait too long for itself.
  const [eastPlane, westPlane] = [await kubernetes("east"), await kubernetes("west")];
  const [east, west] = await Promise.all([pulsar("east"), pulsar("west")]);
  for (const plane of [eastPlane, westPlane]) await preparePlane(plane, kubernetesNamespaces);
  await createNamespaces(east.adminUrl, "east");
  return { planes: { east: eastPlane, west: westPlane }, brokers: { east, west }, kubernetesNamespaces };
}

/** What members leave in the clusters goes, while others already use them. */
export async function leaveSurroundings({ planes, kubernetesNamespaces }: Surroundings): Promise<void> {
  for (const { kubectl } of Object.values(planes)) {
    await kubectl("delete", "namespace", ...kubernetesNamespaces, "--wait=false");
    await kubectl("delete", "persistentvolume", ...volumesOf(kubernetesNamespaces), "--wait=false");
  }
}

export function planeOf({ planes }: Surroundings, key: string): ControlPlane {
  const plane = planes[key];
  if (plane === undefined) throw new Error(`there is no control plane ${key}`);
  return plane;
}

export function brokerOf({ brokers }: Surroundings, key: string): PulsarServer {
  const broker = brokers[key];
  if (broker === undefined) throw new Error(`there is no broker ${key}`);
  return broker;
}

async function preparePlane({ kubectl, kubeconfig }: ControlPlane, namespaces: readonly string[]): Promise<void> {
  await kubectl("apply", "-f", join(__dirname, "..", "harness", "scaling-crds.yaml"));
  await kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
  const [first = ""] = namespaces;
  const items = [...namespaces.flatMap(withAccounts), ...volumesOf(namespaces).map(volume)];
  const file = join(dirname(kubeconfig), `${first}.json`);
  writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  await kubectl("apply", "-f", file);
}

/** A Kubernetes namespace with what pods refer to. */
const withAccounts = (namespace: string): readonly object[] => [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
  ...["a", "b"].map((name) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } })),
];

const volumesOf = ([first = ""]: readonly string[]): readonly string[] =>
  Array.from({ length: 8 }, (_, at) => `${first}-${at}`);

/** Nobody makes volumes here, so that those to be claimed have to be there. */
const volume = (name: string): object => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name },
  spec: { capacity: { storage: "1Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: `/tmp/${name}` } },
});
