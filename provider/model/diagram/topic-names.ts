import { byText } from "../sorted-entries";
import { readFullName, type TopicName } from "../topic-name";
import type { TopologyTopic } from "../topology";

/** What topics are called in a picture, by their names: the tenant and namespace that most of them have are not said. */
export function topicNames(topics: readonly TopologyTopic[]): ReadonlyMap<string, string> {
  const names = new Map(topics.map(({ name }) => [name, readFullName(name)]));
  const home = mostFrequent([...names.values()].flatMap((name) => (name === undefined ? [] : [placeOf(name)])));
  return new Map([...names].map(([text, name]) => [text, name === undefined ? text : shortName(name, home)]));
}

const placeOf = ({ tenant, pulsarNamespace }: TopicName): string => `${tenant}/${pulsarNamespace}`;

function shortName(name: TopicName, home: string | undefined): string {
  const place = placeOf(name);
  const text = place === home ? name.local : `${place}/${name.local}`;
  return name.persistent ? text : `non-persistent://${text}`;
}

/** Of several that are as frequent the first by name: the order of topics does not count. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || byText(left, right),
  );
  return most?.[0];
}
