import { argumentPath } from "../argument-path";
import { namedTopicKeys, topicKeys } from "../topic-keys";
import type { CheckedMesh, Finding } from "./rule";

/** Entries of `topics` for a topic that another one is for already, in short and in full: only one of them would count. */
export function repeatedTopics(mesh: Pick<CheckedMesh, "spec" | "home">): readonly Finding[] {
  const first = topicKeys(mesh);
  return namedTopicKeys(mesh).flatMap(([name, key]) => {
    const other = first.get(name);
    if (other === undefined || other === key) return [];
    const message = `is the topic of ${argumentPath("topics", other)} again`;
    return [{ path: argumentPath("topics", key), message, help: "write everything about the topic in one entry" }];
  });
}
