import { mostFrequent } from "./most-frequent";
import { readFullName, type TopicName } from "../topic-name";
import type { Topology } from "../topology";

/**
 * What topics and patterns are called in a picture, by their full texts: the tenant and namespace that most topics have are not
 * said.
 */
export function topicNames({ topics, members }: Pick<Topology, "topics" | "members">): ReadonlyMap<string, string> {
  const homes = topics.flatMap(({ name }) => {
    const read = readFullName(name);
    return read === undefined ? [] : [placeOf(read)];
  });
  const home = mostFrequent(homes);
  const texts = [...topics.map(({ name }) => name), ...members.flatMap(({ patterns = [] }) => patterns)];
  return new Map(
    texts.map((text) => {
      const name = readFullName(text);
      return [text, name === undefined ? text : shortName(name, home)];
    }),
  );
}

const placeOf = ({ tenant, pulsarNamespace }: TopicName): string => `${tenant}/${pulsarNamespace}`;

function shortName(name: TopicName, home: string | undefined): string {
  const place = placeOf(name);
  const text = place === home ? name.local : `${place}/${name.local}`;
  return name.persistent ? text : `non-persistent://${text}`;
}
