import { argumentPath } from "../argument-path";
import { fedTopics } from "../fed-topics";
import type { MemberPlan, TopicUse } from "../plan";
import { plannedTopic } from "../planned-topic";
import { type EndsOfTopic, topicEnds } from "../replication/topic-ends";
import { runningClusters } from "../running-clusters";
import { topicKeys } from "../topic-keys";
import { readFullName } from "../topic-name";
import type { CheckedMesh, Finding } from "./rule";
import { hasUnknownPlace } from "./unknown-places";
import { said, shownName } from "./told-clusters";

/**
 * Instances of a reader that get nothing of a topic, since it is written in another Pulsar cluster only, where the reader runs as well. It
 * is not replicated for them: each message would then be processed in both.
 */
export function unfedPlaceFindings(mesh: CheckedMesh): readonly Finding[] {
  const { members } = mesh.plan;
  if (!members.some((member) => runningClusters(member).length > 1)) return [];
  const { readers, ends } = topicEnds(members);
  const keys = topicKeys(mesh);
  const lost = members.filter((member) => hasUnknownPlace(mesh, member));
  const fedByLost = new Set(lost.flatMap((member) => fedTopics(member).map(({ name }) => name)));
  return readers.flatMap(({ reader, reads }) => {
    const running = runningClusters(reader);
    if (running.length < 2) return [];
    return reads.flatMap((use) => {
      const ofTopic = ends.get(use.name);
      const entry = mesh.spec.topics?.[keys.get(use.name) ?? ""];
      // Others write a topic of theirs anywhere; and where one lives that says so is looked at by itself.
      if (
        ofTopic === undefined ||
        fedByLost.has(use.name) ||
        entry?.external === true ||
        entry?.pulsarCluster !== undefined
      )
        return [];
      return unfed(mesh, { name: use.name, running, ofTopic }).map((at) =>
        unfedFinding(mesh, { member: reader, use, ...at }),
      );
    });
  });
}

interface Reading {
  readonly name: string;
  readonly running: readonly string[];
  readonly ofTopic: EndsOfTopic;
}

/** Where a reader runs, nobody writes, not even on standby, and nothing comes from where somebody does. */
function unfed({ plan }: CheckedMesh, { name, running, ofTopic }: Reading): readonly Pick<Unfed, "key" | "fedIn">[] {
  const fedIn = running.filter((key) => ofTopic.get(key)?.running !== undefined);
  if (fedIn.length === 0) return [];
  const isReplicated = (key: string): boolean => plannedTopic(plan, key, name)?.replicated === true;
  const comes = fedIn.some(isReplicated);
  return running
    .filter((key) => ofTopic.get(key)?.running === undefined && ofTopic.get(key)?.standing === undefined)
    .filter((key) => !comes || !isReplicated(key))
    .map((key) => ({ key, fedIn }));
}

interface Unfed {
  readonly member: MemberPlan;
  readonly use: Pick<TopicUse, "name" | "path">;
  /** The Pulsar cluster where nobody writes, and those where somebody does. */
  readonly key: string;
  readonly fedIn: readonly string[];
}

function unfedFinding(mesh: CheckedMesh, { member, use: { name, path }, key, fedIn }: Unfed): Finding {
  const home = readFullName(name);
  const namespace =
    home === undefined ? "its namespace" : argumentPath("namespaces", `${home.tenant}/${home.pulsarNamespace}`);
  const others = fedIn.map((each) => `"${shownName(mesh, each)}"`).join(" and ");
  return {
    path,
    severity: "warning",
    message: `"${name}" is written in ${others} and not in ${said(mesh, key)}, where instances of ${member.path} run and get nothing of it unless the namespace is replicated`,
    help: `let the place there stand by (\`standby: true\`), or state the \`replicationClusters\` of ${namespace}: each message is then processed in both clusters`,
  };
}
