import { argumentPath } from "../argument-path";
import { writtenTopics } from "../written-topics";
import { topicKeys } from "./repeated-topics";
import type { CheckedMesh, Finding } from "./rule";

/** Entries of `topics` that nobody uses and that no default puts anywhere: they would be in no Pulsar cluster. */
export function homelessTopics(mesh: CheckedMesh): readonly Finding[] {
  const { plan, spec, clusters } = mesh;
  const keys = Object.keys(spec.pulsar).sort();
  // A default that is none is told where it stands.
  if (clusters.defaultPulsar !== undefined || spec.defaults?.cluster !== undefined || keys.length === 0) return [];
  const uses = plan.members.flatMap((member) => [...member.reads, ...writtenTopics(member)]);
  const placed = new Set([...plan.topics, ...uses].map(({ name }) => name));
  return [...topicKeys(mesh)]
    .filter(([name, key]) => !placed.has(name) && spec.topics?.[key]?.pulsarCluster === undefined)
    .map(([, key]) => ({
      path: argumentPath("topics", key, "pulsarCluster"),
      message: "is missing: no member uses the topic, and there are several Pulsar clusters",
      help: `state one of ${keys.join(", ")}, or \`defaults.cluster\``,
    }));
}
