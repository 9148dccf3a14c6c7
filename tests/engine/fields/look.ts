import { names } from "../harness/admin";
import type { ControlPlane } from "../../../tools/run/control-plane";
import { namespacesOfFields } from "./namespaces-of-fields";
import type { Surroundings } from "./surroundings";

/** A member as the clusters see it. */
export interface Look {
  /** UIDs of its workloads. */
  readonly workloads: readonly string[];
  /** What their pods are made from. */
  readonly revisions: readonly string[];
  /** UIDs. */
  readonly pods: readonly string[];
  readonly replicas: number;
  /** How autoscalers decide the number of instances. */
  readonly scaling: readonly string[];
  /** What it reads by: cluster, topic and subscription. */
  readonly subscriptions: readonly string[];
}

interface Seen {
  readonly own: string;
  readonly fact: keyof Look;
  readonly value: string;
}

/** The name of the member in a name, which is one of its parts. */
export const ownerOf = (name: string, owns: ReadonlySet<string>): string | undefined =>
  name.split(/[^a-z0-9]+/i).find((part) => owns.has(part));

/** All members, once nothing moves any more. */
export async function lookAtMembers(
  surroundings: Surroundings,
  owns: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Look>> {
  const { planes, brokers, kubernetesNamespaces } = surroundings;
  const places = Object.values(planes).flatMap((plane) => kubernetesNamespaces.map((name) => [plane, name] as const));
  const objects = await Promise.all(places.map(([plane, name]) => settledObjects(plane, name)));
  const reads = await Promise.all(
    Object.entries(brokers).map(([key, { adminUrl }]) => subscriptionsAt(key, adminUrl, owns)),
  );
  const seen = [
    ...objects.flat().flatMap((object) => factsOf(object)),
    ...reads.flat().map((value) => ({ name: value, fact: "subscriptions", value }) as const),
  ].flatMap(({ name, fact, value }): readonly Seen[] => {
    const own = ownerOf(name, owns);
    return own === undefined ? [] : [{ own, fact, value }];
  });
  return new Map([...owns].map((own) => [own, lookOf(seen.filter((one) => one.own === own))]));
}

function lookOf(seen: readonly Seen[]): Look {
  const valuesOf = (fact: keyof Look): readonly string[] =>
    seen
      .filter((one) => one.fact === fact)
      .map(({ value }) => value)
      .sort();
  return {
    workloads: valuesOf("workloads"),
    revisions: valuesOf("revisions"),
    pods: valuesOf("pods"),
    replicas: valuesOf("replicas").reduce((sum, value) => sum + Number(value), 0),
    scaling: valuesOf("scaling"),
    subscriptions: valuesOf("subscriptions"),
  };
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly uid: string; readonly generation?: number };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

type Fact = Omit<Seen, "own"> & { readonly name: string };

function factsOf({ kind, metadata: { name, uid }, spec, status }: KubernetesObject): readonly Fact[] {
  switch (kind) {
    case "StatefulSet":
      return [
        { name, fact: "workloads", value: uid },
        { name, fact: "revisions", value: String(status?.["updateRevision"]) },
        { name, fact: "replicas", value: String(spec["replicas"]) },
      ];
    case "Pod":
      return [{ name, fact: "pods", value: uid }];
    default:
      return [{ name, fact: "scaling", value: JSON.stringify(boundsAndTargets(spec)) }];
  }
}

/** Without how fast they are followed, and with what credential. */
function boundsAndTargets(spec: Readonly<Record<string, unknown>>): unknown {
  const { minReplicas, maxReplicas, metrics, minReplicaCount, maxReplicaCount, triggers } = spec;
  const thresholds = (Array.isArray(triggers) ? triggers : []).map((trigger): unknown =>
    Reflect.get(trigger, "metadata"),
  );
  return [minReplicas, maxReplicas, metrics, minReplicaCount, maxReplicaCount, thresholds];
}

async function settledObjects(plane: ControlPlane, kubernetesNamespace: string): Promise<readonly KubernetesObject[]> {
  const kinds = "statefulsets,pods,horizontalpodautoscalers,scaledobjects";
  let found: readonly KubernetesObject[] = [];
  for (let tries = 0; tries < 120; tries += 1) {
    const text = await plane.kubectl("-n", kubernetesNamespace, "get", kinds, "-o", "json");
    found = JSON.parse(text).items;
    if (isSettled(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(
    `instances still come and go: ${JSON.stringify(found.filter(isMoving).map(({ metadata }) => metadata.name))}`,
  );
}

function isSettled(objects: readonly KubernetesObject[]): boolean {
  const wanted = objects
    .filter(({ kind }) => kind === "StatefulSet")
    .reduce((sum, { spec }) => sum + Number(spec["replicas"]), 0);
  return !objects.some(isMoving) && objects.filter(({ kind }) => kind === "Pod").length === wanted;
}

function isMoving({ kind, metadata, spec, status }: KubernetesObject): boolean {
  if (kind !== "StatefulSet") return false;
  const replicas = Number(spec["replicas"]);
  const counts = [status?.["replicas"] ?? 0, status?.["readyReplicas"] ?? 0];
  const revision = [status?.["currentRevision"], status?.["updateRevision"]];
  return (
    status?.["observedGeneration"] !== metadata.generation ||
    counts.some((count) => count !== replicas) ||
    (replicas > 0 && revision[0] !== revision[1])
  );
}

async function subscriptionsAt(key: string, url: string, owns: ReadonlySet<string>): Promise<readonly string[]> {
  const topics = (await Promise.all(namespacesOfFields.map((name) => names(url, `/persistent/${name}`)))).flat();
  const own = topics.filter((topic) => ownerOf(topic, owns) !== undefined);
  const found = await Promise.all(
    own.map(async (topic) => {
      const subscriptions = await names(url, `/${topic.replace("://", "/")}/subscriptions`);
      return subscriptions.map((subscription) => `${key} ${topic} ${subscription}`);
    }),
  );
  return found.flat();
}
