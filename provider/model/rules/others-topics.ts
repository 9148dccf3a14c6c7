import type { PulsarHome } from "../topic-name";
import { readTopicName, topicText } from "../topic-name";
import { topicKeys } from "../topic-keys";
import type { CheckedMesh } from "./rule";

/** The topics of others, in full: those that `topics` calls external, and those that another resource names. */
export function othersTopics(mesh: Pick<CheckedMesh, "spec" | "home" | "plan">): ReadonlySet<string> {
  const { spec, plan } = mesh;
  const external = [...topicKeys(mesh)].filter(([, key]) => spec.topics?.[key]?.external === true);
  const named = plan.topics.filter(({ owned }) => !owned);
  return new Set([...external.map(([name]) => name), ...named.map(({ name }) => name)]);
}

/** Whether a text, which `home` completes, names one of some topics. */
export function isAmong(names: ReadonlySet<string>, text: string, home: PulsarHome): boolean {
  const reading = readTopicName(text, home);
  return reading.kind === "name" && names.has(topicText(reading.name));
}
