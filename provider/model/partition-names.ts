import { isKnown } from "./unknown";

/** The topic that a name is one partition of, as Pulsar calls partitions. */
export const partitionedTopic = (name: string): string | undefined =>
  name.includes("-partition-") ? /^(.+)-partition-\d+$/.exec(name)?.[1] : undefined;

/** Of a topic: its partitions among some names. Of a partition: the topic. What is written to any of these may come to a reader of it. */
export type RelatedTopics = (name: string) => readonly string[];

export function relatedTopics(names: Iterable<string>): RelatedTopics {
  const partitions = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const whole = isKnown(name) ? partitionedTopic(name) : undefined;
    if (whole !== undefined) partitions.set(whole, [...(partitions.get(whole) ?? []), name]);
  }
  if (partitions.size === 0) return () => none;
  return (name) => {
    const whole = partitionedTopic(name);
    return [...(partitions.get(name) ?? none), ...(whole === undefined ? none : [whole])];
  };
}

const none: readonly string[] = [];
