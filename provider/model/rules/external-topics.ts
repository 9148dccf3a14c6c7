import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import { topicSettingsOf } from "../topic-settings-of";
import type { CheckedMesh, Finding } from "./rule";

/** Whose number is asked for all the same: members wait idle for more partitions than a topic of others has. */
const usefulAnyway = "partitions";

/** Settings of topics that the mesh never makes or changes. */
export const externalTopicFindings = ({ spec }: CheckedMesh): readonly Finding[] =>
  sortedEntries(spec.topics)
    .filter(([, topic]) => topic.external === true)
    .flatMap(([key, topic]) =>
      Object.entries(topicSettingsOf(topic))
        .filter(([name, value]) => name !== usefulAnyway && value !== undefined)
        .map(([name]) => ({
          path: argumentPath("topics", key, name),
          message: "has no effect for a topic that belongs to somebody else",
          help: "leave it out, or leave out `external`",
        })),
    );
