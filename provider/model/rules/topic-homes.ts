import { argumentPath } from "../argument-path";
import { fedTopics } from "../fed-topics";
import type { MemberPlan, TopicUse } from "../plan";
import { plannedTopic } from "../planned-topic";
import { runningClusters } from "../running-clusters";
import { topicKeys } from "../topic-keys";
import { lacksLocally } from "./local-replication";
import type { CheckedMesh, Finding } from "./rule";
import { said } from "./told-clusters";

/** A topic, and where `topics` says that it lives. */
interface TopicHome {
  readonly name: string;
  readonly pulsarCluster: string;
  readonly path: string;
}

/** Members that use a topic in another Pulsar cluster than the one where it lives: their own brokers have another one of that name. */
export function topicHomeFindings(mesh: CheckedMesh): readonly Finding[] {
  const homes = homesOfTopics(mesh);
  if (homes.size === 0) return [];
  const edges = new Set(mesh.plan.replications.crossings.map(({ topic, from, to }) => `${between(from, to)} ${topic}`));
  return mesh.plan.members.flatMap((member) => {
    const running = runningClusters(member);
    return usesOf(member).flatMap(({ use, isRead }) => {
      const home = homes.get(use.name);
      if (home === undefined) return [];
      const isIdle = isRead && running.includes(home.pulsarCluster);
      return (
        running
          .filter((key) => key !== home.pulsarCluster && !isReplicated(mesh, home, key))
          // Said already where an edge needs it.
          .filter((key) => !edges.has(`${between(home.pulsarCluster, key)} ${use.name}`))
          // Said already of the list that lacks one of both.
          .filter((key) => ![home.pulsarCluster, key].some((each) => lacksLocally(mesh, use.name, each)))
          .map((key) => elsewhere(mesh, { use, key, home, isIdle }))
      );
    });
  });
}

const between = (...ends: readonly [string, string]): string => [...ends].sort().join(" ");

function homesOfTopics(mesh: CheckedMesh): ReadonlyMap<string, TopicHome> {
  const homes = new Map<string, TopicHome>();
  for (const [name, key] of topicKeys(mesh)) {
    const pulsarCluster = mesh.spec.topics?.[key]?.pulsarCluster;
    // A key that is none is FM002's.
    if (pulsarCluster === undefined || !mesh.plan.pulsarClusters.some((each) => each.key === pulsarCluster)) continue;
    homes.set(name, { name, pulsarCluster, path: argumentPath("topics", key, "pulsarCluster") });
  }
  return homes;
}

const usesOf = (member: MemberPlan): readonly { readonly use: TopicUse; readonly isRead: boolean }[] => [
  ...member.reads.map((use) => ({ use, isRead: true })),
  ...fedTopics(member).map((use) => ({ use, isRead: false })),
];

const isReplicated = ({ plan }: CheckedMesh, { name, pulsarCluster }: TopicHome, key: string): boolean =>
  [pulsarCluster, key].every((each) => plannedTopic(plan, each, name)?.replicated === true);

interface Elsewhere {
  readonly use: TopicUse;
  readonly key: string;
  readonly home: TopicHome;
  /** It reads where the topic lives as well: only its instances here get nothing. */
  readonly isIdle: boolean;
}

const elsewhere = (mesh: CheckedMesh, { use, key, home, isIdle }: Elsewhere): Finding => ({
  path: use.path,
  ...(isIdle ? { severity: "warning" } : {}),
  message: `"${use.text}" lives in ${said(mesh, home.pulsarCluster)} by ${home.path}, and the member ${isIdle ? "reads it in" : "works in"} ${said(mesh, key)}${isIdle ? " too, where nothing of it comes" : ""}`,
  help: isIdle
    ? "let the place there stand by (`standby: true`), or leave `pulsarCluster` of the topic out"
    : "run the member there, leave `pulsarCluster` of the topic out, or have the topic replicated between both by `replicationClusters` of its namespace",
});
