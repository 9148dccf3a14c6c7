import type { PlanContext } from "./plan-members";
import { sortedEntries } from "./sorted-entries";
import { readTopicName, topicText } from "./topic-name";

type StatedTopics = Pick<PlanContext, "spec" | "home">;

/** The keys of `topics` that are names of topics, in their order, each after the topic's full name. */
export const namedTopicKeys = ({ spec, home }: StatedTopics): readonly (readonly [name: string, key: string])[] =>
  sortedEntries(spec.topics).flatMap(([key]) => {
    const reading = readTopicName(key, home);
    return reading.kind === "name" ? [[topicText(reading.name), key] as const] : [];
  });

/** The first key of `topics` for each topic that has one, by the topic's full name. */
export function topicKeys(mesh: StatedTopics): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [name, key] of namedTopicKeys(mesh)) if (!keys.has(name)) keys.set(name, key);
  return keys;
}
