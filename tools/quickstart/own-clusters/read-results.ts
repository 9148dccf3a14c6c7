import { setTimeout as delay } from "node:timers/promises";
import { hostsOf } from "../../../provider/pulsar/admin/hosts";
import { textsOfEntry } from "./entry-texts";

/** A topic that is read through the admin API: brokers' own protocol need not be reachable from here. */
export interface ReadTopic {
  readonly adminUrl: string;
  /** `tenant/namespace/topic`, persistent and without partitions. */
  readonly topic: string;
}

/** Resolves to the distinct texts in the topic when there are so many; fails after the time limit. */
export async function readResults(
  { adminUrl, topic }: ReadTopic,
  { count, seconds }: { readonly count: number; readonly seconds: number },
): Promise<readonly string[]> {
  const url = `${hostsOf(adminUrl)[0] ?? adminUrl}/admin/v2/persistent/${topic}`;
  const deadline = Date.now() + seconds * 1000;
  const texts = new Set<string>();
  for (let read = 0; ;) {
    const written = await entriesIn(url);
    for (; read < written; read++) for (const text of await textsAt(url, read + 1)) texts.add(text);
    if (texts.size >= count) return [...texts];
    if (Date.now() > deadline) throw new Error(`${texts.size} of ${count} results after ${seconds} s`);
    await delay(200);
  }
}

async function entriesIn(url: string): Promise<number> {
  const stats: unknown = await (await get(`${url}/internalStats`)).json();
  const entries: unknown =
    typeof stats === "object" && stats !== null ? Reflect.get(stats, "numberOfEntries") : undefined;
  return typeof entries === "number" ? entries : 0;
}

/** The n-th entry from the beginning, counted from 1. It stays where it is, and no subscription is needed. */
async function textsAt(url: string, position: number): Promise<readonly string[]> {
  const answer = await get(`${url}/examinemessage?initialPosition=earliest&messagePosition=${position}`);
  const batchSize = answer.headers.get("x-pulsar-num-batch-message");
  return textsOfEntry(Buffer.from(await answer.arrayBuffer()), batchSize === null ? undefined : Number(batchSize));
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (answer.ok) return answer;
  throw new Error(`the results could not be read: Pulsar answered ${answer.status} to GET ${url}`);
}
