import { childName } from "./names";
import type { TopicUse } from "./plan";
import { readFullName, type PulsarHome } from "./topic-name";
import { isKnown } from "./unknown";

/**
 * How a topic is called within Pulumi names: its local name, after its tenant and namespace where these are not the mesh's
 * own. It depends on nothing but the topic, so that adding another topic renames none.
 */
export function topicLabel(topic: string, meshHome: PulsarHome): string {
  const name = readFullName(topic);
  if (name === undefined) return "";
  const { persistent, tenant, pulsarNamespace, local } = name;
  const isAtHome = tenant === meshHome.tenant && pulsarNamespace === meshHome.pulsarNamespace;
  const place = isAtHome ? [] : [tenant, pulsarNamespace];
  return childName(...place, local, persistent ? "" : "non-persistent");
}

/** True for a topic that a member names itself. */
export const isWrittenOut = ({ name, computed }: TopicUse): boolean => isKnown(name) && computed !== true;

/** The same for a topic of a member; one that another resource computes is called after where it stands: `input0`. */
export function topicUseLabel(use: TopicUse, meshHome: PulsarHome): string {
  if (isWrittenOut(use)) return topicLabel(use.name, meshHome);
  const [, index] = /input\.topics\[(\d+)\]$/.exec(use.path) ?? [];
  if (index !== undefined) return `input${index}`;
  return labels.find(([end]) => use.path.endsWith(end))?.[1] ?? "topic";
}

const labels = [
  ["output.topic", "output"],
  ["logTopic", "log"],
  ["deadLetterTopic", "dead-letter"],
  ["lateDataTopic", "late-data"],
] as const;
