import type { Topology, TopologyMember, TopologyTopic } from "../topology";
import type { Fold } from "./fold";
import { noUses, type TopicUses, topicUses } from "./topic-uses";

/** The boxes a node stands in: that of a Pulsar cluster, in it that of its Kubernetes clusters; either may be missing. */
export interface Home {
  readonly pulsar?: string | undefined;
  readonly kubernetes?: string | undefined;
}

const nowhere: Home = {};

export const isInSeveralPulsarClusters = ({ topics }: Topology): boolean =>
  new Set(topics.flatMap(({ pulsarClusters }) => pulsarClusters)).size > 1;

const standby = / \(standby\)$/;

/** Keys of the Kubernetes clusters where a member is only ready to take over. */
export const standbyClusters = ({ clusters }: TopologyMember): readonly string[] =>
  clusters.filter((cluster) => standby.test(cluster)).map((cluster) => cluster.replace(standby, ""));

/** The Kubernetes clusters where a member runs; of one that runs nowhere, those where it is ready to. */
function kubernetesOf({ clusters }: TopologyMember): string | undefined {
  const active = clusters.filter((cluster) => !standby.test(cluster));
  const shown = active.length > 0 ? active : clusters.map((cluster) => cluster.replace(standby, ""));
  return shown.length === 0 ? undefined : shown.join(", ");
}

/** The boxes of members, by name. Where there is but one cluster of a kind, there are no boxes of it. */
export function memberHomes(topology: Topology): ReadonlyMap<string, Home> {
  const groups = new Map(topology.members.map((member) => [member.name, kubernetesOf(member)]));
  const hasKubernetesBoxes = new Set(groups.values()).size > 1;
  const boxOf = (member: string): string => (hasKubernetesBoxes ? groups.get(member) : undefined) ?? member;
  const pulsars = isInSeveralPulsarClusters(topology)
    ? commonPulsarClusters(topology, boxOf)
    : new Map<string, string>();
  return new Map(
    topology.members.map(({ name }) => [
      name,
      { pulsar: pulsars.get(boxOf(name)), kubernetes: hasKubernetesBoxes ? groups.get(name) : undefined },
    ]),
  );
}

/** The only Pulsar cluster that all topics which the members of a box use live in, by box. */
function commonPulsarClusters(
  { topics, edges }: Topology,
  boxOf: (member: string) => string,
): ReadonlyMap<string, string> {
  const clusters = new Map(topics.map(({ name, pulsarClusters }) => [name, pulsarClusters]));
  const common = new Map<string, readonly string[]>();
  for (const { from, to } of edges) {
    const [box, here = []] = clusters.has(from) ? [boxOf(to), clusters.get(from)] : [boxOf(from), clusters.get(to)];
    common.set(box, common.get(box)?.filter((cluster) => here.includes(cluster)) ?? here);
  }
  return new Map(
    [...common].flatMap(([box, [cluster, ...others]]) =>
      cluster === undefined || others.length > 0 ? [] : [[box, cluster] as const],
    ),
  );
}

/** The boxes of topics, by name. */
export function topicHomes(
  topology: Topology,
  members: ReadonlyMap<string, Home>,
  folds: ReadonlyMap<string, Fold>,
): ReadonlyMap<string, Home> {
  const hasPulsarBoxes = isInSeveralPulsarClusters(topology);
  const uses = topicUses(topology);
  return new Map(
    topology.topics.map((topic) => {
      const home = homeAmong(usersOf(uses.get(topic.name) ?? noUses, folds.get(topic.name)), members);
      return [topic.name, hasPulsarBoxes ? whereItLives(topic, home) : home];
    }),
  );
}

/** A topic stands with its writers, or else with its readers: so the fewest lines leave a box. */
function usersOf({ written, read }: TopicUses, fold: Fold | undefined): readonly string[] {
  const readers = read.map(({ to }) => to);
  const hasLinesOfWriters = fold?.kind !== "count" || fold.written.length < written.length;
  return written.length > 0 && (hasLinesOfWriters || readers.length === 0) ? written.map(({ from }) => from) : readers;
}

/** The boxes that all of them stand in. */
function homeAmong(users: readonly string[], homes: ReadonlyMap<string, Home>): Home {
  const [first = nowhere, ...others] = users.map((user) => homes.get(user) ?? nowhere);
  return {
    pulsar: others.every(({ pulsar }) => pulsar === first.pulsar) ? first.pulsar : undefined,
    kubernetes: others.every(({ kubernetes }) => kubernetes === first.kubernetes) ? first.kubernetes : undefined,
  };
}

/** A topic stands in no box of a Pulsar cluster where it does not live. */
function whereItLives({ pulsarClusters }: TopologyTopic, home: Home): Home {
  const [only, ...others] = pulsarClusters;
  if (others.length > 0 || home.pulsar === only) return home;
  return { pulsar: only, kubernetes: undefined };
}
