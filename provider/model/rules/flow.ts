import { pulsarClustersOf } from "../pulsar-clusters-of";
import type { MemberPlan, MeshPlan, TopicUse } from "../plan";
import { plannedTopic } from "../planned-topic";
import { isKnown } from "../unknown";
import type { Graph } from "./components";
import { fedTopics } from "../fed-topics";

/** Where messages go next: from a member to the topics they may come to, from a topic to its readers. */
export interface Flow {
  /** Members first, in their order; then topics. */
  readonly graph: Graph;
  /** The topics that each member reads. */
  readonly inputs: Graph;
  /** What each node is called. */
  readonly names: readonly string[];
}

/** The flow of a mesh, without topics whose names are not known yet. */
export function flowOf(plan: MeshPlan): Flow {
  const { members } = plan;
  const graph: number[][] = members.map(() => []);
  const inputs: number[][] = members.map(() => []);
  const names = [...memberNames(members)];
  const topics = new Map<string, number>();
  const topicNode = (pulsarCluster: string, name: string): number => {
    const key = topicKey(plan, pulsarCluster, name);
    const known = topics.get(key);
    if (known !== undefined) return known;
    topics.set(key, graph.length);
    names.push(name);
    return graph.push([]) - 1;
  };
  for (const [node, member] of members.entries())
    for (const pulsarCluster of pulsarClustersOf(member)) {
      for (const { name } of [...member.reads, ...member.found].filter(isNamed)) {
        const topic = topicNode(pulsarCluster, name);
        graph[topic]?.push(node);
        inputs[node]?.push(topic);
      }
      for (const { name } of fedTopics(member).filter(isNamed)) graph[node]?.push(topicNode(pulsarCluster, name));
    }
  return { graph, inputs, names };
}

const isNamed = ({ name }: TopicUse): boolean => isKnown(name);

/** A topic of one name in two Pulsar clusters is two topics, unless these are replicated to each other. */
export const topicKey = (plan: MeshPlan, pulsarCluster: string, name: string): string =>
  plannedTopic(plan, pulsarCluster, name)?.replicated === true ? name : `${pulsarCluster} ${name}`;

/** Members of one name are told apart by their keys. */
function memberNames(members: readonly MemberPlan[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of members) counts.set(name, (counts.get(name) ?? 0) + 1);
  return members.map(({ name, key }) => ((counts.get(name) ?? 0) > 1 ? key : name));
}
