import { type AdminRequest, type Send } from "./request";
import { serially } from "./serially";

/**
 * Writes to one topic one after another, whichever resources they come from. A broker that deletes a topic while it deletes one of its
 * subscriptions, or writes its properties, may wait for itself: neither call is answered, and the topic can be deleted no more
 * (Pulsar 4.0.8). Each has all its time from when its turn comes.
 */
export const withTopicWrites =
  (next: Send, hosts: readonly string[]): Send =>
  (request) => {
    const topic = writtenTopic(request);
    return topic === undefined ? next(request) : serially(`${hosts.join()} ${topic}`, () => next(request));
  };

const ofTopic = /^\/admin\/v2\/((?:non-)?persistent\/[^/]+\/[^/]+\/[^/]+)/;

/** The topic that a request changes, or something of which it changes; partitions count as their topic. */
function writtenTopic({ method, path }: AdminRequest): string | undefined {
  return method === "GET" ? undefined : ofTopic.exec(path)?.[1]?.replace(/-partition-\d+$/, "");
}
