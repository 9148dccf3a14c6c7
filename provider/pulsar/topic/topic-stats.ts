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
  /**
   * When each of these clients connected, where the broker says so, in milliseconds since 1970 by this machine's clock: one that is connected
   * to several partitions did so when it did last.
   */
  readonly connectedAt: ReadonlyMap<ConnectedClient, number>;
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
  const parts = isPartitioned ? Object.values(recordOf(body["partitions"])).map(recordOf) : [body];
  return statsOf(parts, { now: Date.now(), date: response.date });
}

/** When an answer came, by this machine's clock and by the broker's own: clocks need not agree, since ages are compared. */
interface Answered {
  readonly now: number;
  readonly date: string | undefined;
}

/** By it the broker remembers what it has compacted: nobody reads it. */
const brokersOwn = "__compaction";

type Part = Readonly<Record<string, unknown>>;

/** Reads clients off an answer, and notes when they connected. */
class Clients {
  readonly connectedAt = new Map<ConnectedClient, number>();

  constructor(private readonly answered: Answered) {}

  read(items: readonly unknown[], nameKey: string): readonly ConnectedClient[] {
    const distinct = new Map<string, ConnectedClient>();
    for (const item of items) {
      const client = this.client(recordOf(item), nameKey);
      // One client has a connection per broker, and a port per connection: its name and what it says of itself tell it apart.
      const key = JSON.stringify([client.name, client.metadata]);
      const known = distinct.get(key);
      if (known === undefined || this.time(client) >= this.time(known)) distinct.set(key, client);
    }
    return [...distinct.values()];
  }

  private client(fields: Part, nameKey: string): ConnectedClient {
    const client = {
      name: textOf(fields[nameKey]) ?? "",
      address: (textOf(fields["address"]) ?? "").replace(/^\//, ""),
      metadata: textRecordOf(fields["metadata"]),
    };
    const { now, date = "" } = this.answered;
    const connectedAt = now - (Date.parse(date) - Date.parse(textOf(fields["connectedSince"]) ?? ""));
    if (Number.isFinite(connectedAt)) this.connectedAt.set(client, connectedAt);
    return client;
  }

  private time = (client: ConnectedClient): number => this.connectedAt.get(client) ?? 0;
}

function statsOf(parts: readonly Part[], answered: Answered): TopicStats {
  const clients = new Clients(answered);
  const all = parts.flatMap((part) => Object.keys(recordOf(part["subscriptions"])));
  const names = [...new Set(all.filter((name) => name !== brokersOwn))].sort();
  return {
    storageBytes: sum(parts.map((part) => part["storageSize"])),
    messagesIn: sum(parts.map((part) => part["msgInCounter"])),
    publishers: clients.read(
      parts.flatMap((part) => listOf(part["publishers"])),
      "producerName",
    ),
    subscriptions: Object.fromEntries(
      names.map((name) => {
        const found = parts.map((part) => recordOf(recordOf(part["subscriptions"])[name]));
        return [name, subscriptionStats(found, clients)];
      }),
    ),
    notReplicated: notReplicated(parts.map((part) => recordOf(part["replication"]))),
    connectedAt: clients.connectedAt,
  };
}

function notReplicated(parts: readonly Part[]): Readonly<Record<string, number>> {
  const clusters = [...new Set(parts.flatMap((part) => Object.keys(part)))].sort();
  const backlog = (cluster: string): number => sum(parts.map((part) => recordOf(part[cluster])["replicationBacklog"]));
  return Object.fromEntries(clusters.map((cluster) => [cluster, backlog(cluster)]));
}

const subscriptionStats = (found: readonly Part[], clients: Clients): SubscriptionStats => ({
  backlog: sum(found.map((subscription) => subscription["msgBacklog"])),
  consumers: clients.read(
    found.flatMap((subscription) => listOf(subscription["consumers"])),
    "consumerName",
  ),
});

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, value) => total + (numberOf(value) ?? 0), 0);

/** A client in words: `consumer "f1" of retail/orders/enrich instance 0 from 10.0.0.7:4711`. */
export function clientText(kind: "producer" | "consumer", { name, address, metadata }: ConnectedClient): string {
  const member = metadata["id"] === undefined ? "" : ` of ${metadata["id"]} instance ${metadata["instance_id"] ?? "?"}`;
  return `${kind} "${name}"${member} from ${address}`;
}
