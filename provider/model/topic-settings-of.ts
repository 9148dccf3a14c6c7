import type { TopicSpec } from "./topic";
import type { TopicSettings } from "./topic-settings";

/** What an entry of `topics` says to the mesh, and not of the topic itself. */
const wordsToTheMesh: Readonly<Record<Exclude<keyof TopicSpec, keyof TopicSettings>, true>> = {
  external: true,
  terminal: true,
  schema: true,
  pulsarCluster: true,
};

/** What the topic itself is to be. */
export const topicSettingsOf = (spec: TopicSpec): TopicSettings =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => !(name in wordsToTheMesh)));
