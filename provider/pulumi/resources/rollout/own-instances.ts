import type { ConnectedClient, TopicStats } from "../../../pulsar/topic/topic-stats";
import type { InstancePods } from "./instance-pods";

/** What tells a workload's instances from others of the same member. */
export interface Workload {
  /** `<tenant>/<namespace>/<name>`: the id that instances give their consumers and producers. */
  readonly instance: string;
  /** Name of the StatefulSet, by which its pods, and so the hosts of its instances, are called. */
  readonly statefulSet: string;
  /** Undefined where the cluster is not ours to ask. */
  readonly pods: InstancePods | undefined;
}

/** Of a member's instances, by their numbers. */
export interface CountedInstances {
  readonly attached: number;
  /** Those of another workload or of pods before: in the place that the member moves from, or of the version before. */
  readonly others: number;
}

export function countInstances(
  clients: readonly ConnectedClient[],
  connectedAt: TopicStats["connectedAt"],
  workload: Workload,
): CountedInstances {
  const ofMember = clients.filter(({ metadata }) => metadata["id"] === workload.instance);
  const isOwn = (client: ConnectedClient): boolean => isOf(workload, client, connectedAt.get(client));
  const own = ofMember.filter(isOwn);
  return { attached: new Set(own.map(numberOf)).size, others: ofMember.length - own.length };
}

/** Answers and pods' creations are told in whole seconds; and a proxy before the brokers tells its own time for theirs. */
const toleranceMs = 5000;

/** Whatever is not known of a client or a pod, as with instances that do not say where they run, speaks against nobody. */
function isOf({ statefulSet, pods }: Workload, client: ConnectedClient, connectedAt: number | undefined): boolean {
  const number = numberOf(client);
  const pod = pods?.get(number);
  if (pods !== undefined && pod === undefined) return false;
  const [host] = (client.metadata["instance_hostname"] ?? "").split(".");
  const isPodsName = pod?.hasNodesName !== true && host?.endsWith(`-${number}`) === true;
  if (isPodsName && host !== `${statefulSet}-${number}`) return false;
  return connectedAt === undefined || pod?.madeAt === undefined || connectedAt >= pod.madeAt - toleranceMs;
}

const numberOf = ({ metadata }: ConnectedClient): string => metadata["instance_id"] ?? "0";
