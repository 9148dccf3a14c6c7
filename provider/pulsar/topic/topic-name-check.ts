import { type Field } from "../resource/field";
import { parseTopic } from "./topic-path";

/** A topic that can be made by its name: not one partition of another, and none of Pulsar's own. */
export const checkTopicName: NonNullable<Field["check"]> = (value, path, show) => {
  const topic = typeof value === "string" ? parseTopic(value) : undefined;
  if (topic === undefined) {
    return [
      { property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` },
    ];
  }
  if (/-partition-\d+$/.test(topic.local)) {
    return [
      { property: path, reason: `${show(value)} names one partition: write the topic's name and set partitions.` },
    ];
  }
  return topic.local.startsWith("__")
    ? [
        {
          property: path,
          reason: `${show(value)} is a name of Pulsar's own topics: write one that does not begin with __.`,
        },
      ]
    : [];
};
