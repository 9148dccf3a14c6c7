import { grouped } from "./grouped";
import type { TopicUse } from "./plan";
import { readFullName } from "./topic-name";
import { readTopicPattern } from "./topic-pattern";
import { isKnown } from "./unknown";

/** A topic that a pattern may find. */
type Findable = Pick<TopicUse, "name" | "persistent">;

/**
 * What each pattern finds among some topics. Instances look for persistent topics of the pattern's own namespace. Of a pattern that is not
 * known yet, or that Java alone reads, nothing is said.
 */
export function topicFinder<Topic extends Findable>(
  topics: readonly Topic[],
): (pattern: Pick<TopicUse, "name">) => readonly Topic[] {
  const findable = topics.filter(({ name, persistent }) => persistent && isKnown(name));
  const byNamespace = grouped(findable.map((topic) => [namespaceOf(topic.name), topic]));
  return ({ name: text }) => {
    const around = isKnown(text) ? byNamespace.get(namespaceOf(text)) : undefined;
    if (around === undefined) return [];
    const pattern = readTopicPattern(text);
    return pattern.kind === "expression" ? around.filter(({ name }) => pattern.matches(name)) : [];
  };
}

function namespaceOf(topic: string): string {
  const name = readFullName(topic);
  return name === undefined ? "" : `${name.tenant}/${name.pulsarNamespace}`;
}
