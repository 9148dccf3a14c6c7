import type { MeshOwnershipSpec } from "./ownership";
import type { TopicSpec } from "./topic";
import type { TopicSettings } from "./topic-settings";

/** A topic of the mesh's own: what it is to be, and what becomes of one that is there. */
type OwnTopicSpec = TopicSettings & MeshOwnershipSpec;

/** What an entry of `topics` says to the mesh, and not of the topic itself. */
const wordsToTheMesh: Readonly<Record<Exclude<keyof TopicSpec, keyof OwnTopicSpec>, true>> = {
  external: true,
  terminal: true,
  schema: true,
  pulsarCluster: true,
};

export const topicSettingsOf = (spec: TopicSpec): OwnTopicSpec =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => !(name in wordsToTheMesh)));
