import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import { readTopicName, topicText } from "../topic-name";
import type { CheckedMesh, Finding } from "./rule";

/** The first key of `topics` for each topic that has one, by the topic's full name. */
export function topicKeys(mesh: Pick<CheckedMesh, "spec" | "home">): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [name, key] of namedKeys(mesh)) if (!keys.has(name)) keys.set(name, key);
  return keys;
}

/** Entries of `topics` for a topic that another one is for already, in short and in full: only one of them would count. */
export function repeatedTopics(mesh: Pick<CheckedMesh, "spec" | "home">): readonly Finding[] {
  const first = topicKeys(mesh);
  return namedKeys(mesh).flatMap(([name, key]) => {
    const other = first.get(name);
    if (other === undefined || other === key) return [];
    const message = `is the topic of ${argumentPath("topics", other)} again`;
    return [{ path: argumentPath("topics", key), message, help: "write everything about the topic in one entry" }];
  });
}

const namedKeys = ({ spec, home }: Pick<CheckedMesh, "spec" | "home">): readonly (readonly [string, string])[] =>
  sortedEntries(spec.topics).flatMap(([key]) => {
    const reading = readTopicName(key, home);
    return reading.kind === "name" ? [[topicText(reading.name), key] as const] : [];
  });
