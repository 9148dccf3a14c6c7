import type { Topology, TopologyMember, TopologyTopic } from "../topology";
import type { Fold } from "./fold";
import { pulsarSaying, pulsarText } from "./pulsar-saying";
import { noUses, type TopicUses, topicUses } from "./topic-uses";

/** The boxes a node stands in: that of a Pulsar cluster, in it that of its Kubernetes clusters; either may be missing. */
export interface Home {
  readonly pulsar?: string | undefined;
  readonly kubernetes?: string | undefined;
}

const nowhere: Home = {};

/** The Kubernetes clusters where a member runs; of one that runs nowhere, those where it is ready to. */
export function kubernetesOf(member: TopologyMember): string | undefined {
  const shown = shownPlaces(member).map(({ cluster }) => cluster);
  return shown.length === 0 ? undefined : shown.join(", ");
}

/** The Pulsar clusters that it runs against there. */
export function pulsarOf(member: TopologyMember): string | undefined {
  const shown = shownPlaces(member).flatMap(({ pulsar }) => (pulsar === undefined ? [] : [pulsar]));
  return shown.length === 0 ? undefined : pulsarText(shown);
}

interface ShownPlace {
  readonly cluster: string;
  readonly pulsar: string | undefined;
}

function shownPlaces({ clusters, standby = [], pulsarClusters }: TopologyMember): readonly ShownPlace[] {
  const places = clusters.map((cluster, index) => ({ cluster, pulsar: pulsarClusters[index] }));
  const active = places.filter(({ cluster }) => !standby.includes(cluster));
  return active.length > 0 ? active : places;
}

/** The boxes of members, by name. Where there is but one cluster of a kind, there are no boxes of it. */
export function memberHomes(topology: Topology): ReadonlyMap<string, Home> {
  const groups = new Map(topology.members.map((member) => [member.name, kubernetesOf(member)]));
  const hasKubernetesBoxes = new Set(groups.values()).size > 1;
  const hasPulsarBoxes = pulsarSaying(topology).kind !== "none";
  return new Map(
    topology.members.map((member) => [
      member.name,
      {
        pulsar: hasPulsarBoxes ? pulsarOf(member) : undefined,
        kubernetes: hasKubernetesBoxes ? groups.get(member.name) : undefined,
      },
    ]),
  );
}

/** The boxes of topics, by name. */
export function topicHomes(
  topology: Topology,
  members: ReadonlyMap<string, Home>,
  folds: ReadonlyMap<string, Fold>,
): ReadonlyMap<string, Home> {
  const hasPulsarBoxes = pulsarSaying(topology).kind !== "none";
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
