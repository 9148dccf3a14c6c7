import type { AutoscalingSpec } from "./autoscaling";
import { grouped } from "./grouped";
import { kindOrder } from "./keyed-member";
import { patternsOf } from "./patterns-of";
import type { MemberPlan, MeshPlan, TopicUse } from "./plan";
import type { TopicPlan } from "./plan-pulsar";
import { byText } from "./sorted-entries";
import { isSecret } from "./unknown";
import { isServed } from "./served-places";

/** A mesh as a graph of plain data, without secrets: what a reviewer wants to see change. */
export interface Topology {
  readonly members: readonly TopologyMember[];
  readonly topics: readonly TopologyTopic[];
  readonly edges: readonly TopologyEdge[];
}

export interface TopologyMember {
  readonly name: string;
  readonly kind: MemberPlan["kind"];
  readonly runtime: MemberPlan["runtime"];
  /** Keys of the Kubernetes clusters it has a place in. */
  readonly clusters: readonly string[];
  /** Those of `clusters` where it is only ready to take over, without instances. */
  readonly standby?: readonly string[];
  /** Keys of the Pulsar clusters that it runs against, one for each of `clusters`. */
  readonly pulsarClusters: readonly string[];
  /** The number of instances that is stated; see `autoscaling` and `paused`. */
  readonly replicas: number;
  /** Bounds of the number of instances, where the load decides it. */
  readonly autoscaling?: { readonly minReplicas: number; readonly maxReplicas: number };
  /** It has no instances, whatever their number is otherwise. */
  readonly paused?: true;
  readonly image: string;
  /** Full texts of the patterns by which it finds the topics it reads. */
  readonly patterns?: readonly string[];
}

export interface TopologyTopic {
  readonly name: string;
  /** Keys of the Pulsar clusters it is used in. */
  readonly pulsarClusters: readonly string[];
  readonly partitions?: number;
  /** Type of its schema. */
  readonly schema?: string;
  readonly owned: boolean;
}

/** A member writes to a topic, or reads from one by a subscription. */
export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly subscription?: string;
  /** Full text of the pattern by which the member finds the topic, where it does not read it by name. */
  readonly pattern?: string;
  /** What goes there, where that is not the member's results. */
  readonly carries?: "dead letters" | "late data" | "log lines";
}

export function topologyOf(plan: MeshPlan): Topology {
  return {
    // By their names: a key may change, and nothing with it.
    members: [...plan.members].sort(byKindAndName).map(memberNode),
    topics: topicNodes(plan.topics),
    edges: plan.members
      .flatMap(edgesOf)
      .sort((left, right) => byText(left.from, right.from) || byText(left.to, right.to)),
  };
}

/**
 * The same with the edges of log lines, for pictures. They are no part of the output `topology`: what members log to is not a
 * flow of the mesh, and programs that follow its edges would take it for one.
 */
export function drawnTopologyOf(plan: MeshPlan): Topology {
  const topology = topologyOf(plan);
  const logs = plan.members.flatMap((member) => writtenEdges(member, member.logTopic, "log lines"));
  return { ...topology, edges: [...topology.edges, ...logs] };
}

const byKindAndName = (left: MemberPlan, right: MemberPlan): number =>
  kindOrder[left.kind] - kindOrder[right.kind] || byText(left.name, right.name);

const hidden = "(secret)";
/** A secret in a place where it must not be is an error (FM072), and still must not show here. */
const visible = (text: string): string => (isSecret(text) ? hidden : text);

function memberNode(member: MemberPlan): TopologyMember {
  const { name, kind, runtime, spec, image } = member;
  const places = member.places.filter(isServed);
  const standby = places.filter((place) => place.standby).map(({ cluster }) => cluster);
  const patterns = patternsOf(member).map((use) => visible(use.name));
  return {
    name,
    kind,
    runtime,
    clusters: places.map(({ cluster }) => cluster),
    ...(standby.length === 0 ? {} : { standby }),
    pulsarClusters: places.map(({ pulsarCluster }) => pulsarCluster),
    replicas: isSecret(spec.replicas) ? 1 : (spec.replicas ?? 1),
    ...boundsOf(spec.autoscaling),
    ...(spec.paused === true ? { paused: true } : {}),
    image: visible(image),
    ...(patterns.length === 0 ? {} : { patterns }),
  };
}

function boundsOf(scaling: AutoscalingSpec | undefined): Pick<TopologyMember, "autoscaling"> {
  if (scaling === undefined) return {};
  const { minReplicas = 1, maxReplicas } = scaling;
  return isSecret(minReplicas) || isSecret(maxReplicas) ? {} : { autoscaling: { minReplicas, maxReplicas } };
}

function topicNodes(topics: readonly TopicPlan[]): readonly TopologyTopic[] {
  const byName = grouped(topics.map((topic) => [topic.name, topic]));
  return [...byName.values()].map((places) => {
    const [topic] = places;
    const { partitions } = topic.spec;
    const schema = topic.schema?.type;
    return {
      name: visible(topic.name),
      pulsarClusters: places.map((place) => place.pulsarCluster),
      ...(partitions === undefined || isSecret(partitions) ? {} : { partitions }),
      ...(schema === undefined || isSecret(schema) ? {} : { schema }),
      owned: topic.owned,
    };
  });
}

const edgesOf = (member: MemberPlan): readonly TopologyEdge[] => [
  ...member.reads.map((use) => readEdge(member, use)),
  ...member.found.map((use) => ({ ...readEdge(member, use), ...patternOf(member, use) })),
  ...writtenEdges(member, member.writes),
  ...writtenEdges(member, member.deadLetterTopic, "dead letters"),
  ...writtenEdges(member, member.lateDataTopic, "late data"),
];

const readEdge = ({ name, subscription }: MemberPlan, use: TopicUse): TopologyEdge => ({
  from: visible(use.name),
  to: name,
  ...(subscription === undefined ? {} : { subscription: visible(subscription) }),
});

/** A topic that is found has the path of the argument that finds it. */
function patternOf(member: MemberPlan, { path }: TopicUse): Pick<TopologyEdge, "pattern"> {
  const use = patternsOf(member).find((pattern) => pattern.path === path);
  return use === undefined ? {} : { pattern: visible(use.name) };
}

const writtenEdges = (
  { name }: MemberPlan,
  use: TopicUse | undefined,
  carries?: TopologyEdge["carries"],
): readonly TopologyEdge[] =>
  use === undefined ? [] : [{ from: name, to: visible(use.name), ...(carries === undefined ? {} : { carries }) }];
