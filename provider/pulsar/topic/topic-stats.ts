import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { listOf, numberOf, recordOf, textOf, textRecordOf } from "../resource/decode";
import { topicMetadata } from "./topic-metadata";
import { type PulsarTopic, topicPath } from "./topic-path";

/** A producer or consumer as the broker sees it. */
export interface ConnectedClient {
  readonly name: string;
  readonly address: string;
  /** What the client says of itself; instances of members give `id`, `instance_id`, `instance_hostname`. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface SubscriptionStats {
  /** Messages (batches count once) that are not acknowledged. */
  readonly backlog: number;
  /** Each client once, however many partitions it reads. */
  readonly consumers: readonly ConnectedClient[];
}

export interface TopicStats {
  readonly storageBytes: number;
  /** Messages that were written since the broker loaded the topic, or each of its partitions. */
  readonly messagesIn: number;
  readonly publishers: readonly ConnectedClient[];
  readonly subscriptions: Readonly<Record<string, SubscriptionStats>>;
  /** By Pulsar cluster that the topic is replicated to: messages that have not come there yet. */
  readonly notReplicated: Readonly<Record<string, number>>;
}

/** `undefined` when the topic does not exist. */
export async function topicStats(admin: AdminClient, topic: PulsarTopic): Promise<TopicStats | undefined> {
  const metadata = await topicMetadata(admin, topic);
  if (metadata === undefined) return undefined;
  const isPartitioned = metadata.partitions > 0;
  const request = {
    method: "GET",
    path: topicPath(topic, isPartitioned ? "partitioned-stats" : "stats"),
    // Only the partitions' own figures name clients; the sums over all leave out who they are.
    ...(isPartitioned ? { query: { perPartition: true } } : {}),
    purpose: `read the statistics of topic ${topic.full}`,
  } as const;
  const response = await unlessNotFound(admin.send(request));
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  return statsOf(isPartitioned ? Object.values(recordOf(body["partitions"])).map(recordOf) : [body]);
}

/** By it the broker remembers what it has compacted: nobody reads it. */
const brokersOwn = "__compaction";

type Part = Readonly<Record<string, unknown>>;

function statsOf(parts: readonly Part[]): TopicStats {
  const all = parts.flatMap((part) => Object.keys(recordOf(part["subscriptions"])));
  const names = [...new Set(all.filter((name) => name !== brokersOwn))].sort();
  return {
    storageBytes: sum(parts.map((part) => part["storageSize"])),
    messagesIn: sum(parts.map((part) => part["msgInCounter"])),
    publishers: distinct(
      parts.flatMap((part) => listOf(part["publishers"]).map((item) => client(item, "producerName"))),
    ),
    subscriptions: Object.fromEntries(names.map((name) => [name, subscriptionStats(parts, name)])),
    notReplicated: notReplicated(parts.map((part) => recordOf(part["replication"]))),
  };
}

function notReplicated(parts: readonly Part[]): Readonly<Record<string, number>> {
  const clusters = [...new Set(parts.flatMap((part) => Object.keys(part)))].sort();
  const backlog = (cluster: string): number => sum(parts.map((part) => recordOf(part[cluster])["replicationBacklog"]));
  return Object.fromEntries(clusters.map((cluster) => [cluster, backlog(cluster)]));
}

function subscriptionStats(parts: readonly Part[], name: string): SubscriptionStats {
  const found = parts.map((part) => recordOf(recordOf(part["subscriptions"])[name]));
  return {
    backlog: sum(found.map((subscription) => subscription["msgBacklog"])),
    consumers: distinct(
      found.flatMap((subscription) => listOf(subscription["consumers"]).map((item) => client(item, "consumerName"))),
    ),
  };
}

function client(value: unknown, nameKey: string): ConnectedClient {
  const fields = recordOf(value);
  return {
    name: textOf(fields[nameKey]) ?? "",
    address: (textOf(fields["address"]) ?? "").replace(/^\//, ""),
    metadata: textRecordOf(fields["metadata"]),
  };
}

/** One client has a connection per broker, and a port per connection: its name and what it says of itself tell it apart. */
function distinct(clients: readonly ConnectedClient[]): readonly ConnectedClient[] {
  return [...new Map(clients.map((item) => [JSON.stringify([item.name, item.metadata]), item])).values()];
}

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, value) => total + (numberOf(value) ?? 0), 0);

/** A client in words: `consumer "f1" of retail/orders/enrich instance 0 from 10.0.0.7:4711`. */
export function clientText(kind: "producer" | "consumer", { name, address, metadata }: ConnectedClient): string {
  const member = metadata["id"] === undefined ? "" : ` of ${metadata["id"]} instance ${metadata["instance_id"] ?? "?"}`;
  return `${kind} "${name}"${member} from ${address}`;
}
