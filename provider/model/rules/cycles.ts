import { components, type Graph } from "./components";
import { byText } from "../sorted-entries";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import type { MeshPlan } from "../plan";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM012 */
export const cycles: Rule = {
  code: "FM012",
  severity: "error",
  inManifests: "warning",
  title: "Members do not feed themselves through others",
  description:
    "A message that comes back to the member that made it can go round for ever. Where this is wanted, `validation.allowCycles` allows it.",
  check: (mesh) => (mesh.spec.validation?.allowCycles === true ? [] : cycleFindings(mesh)),
};

function cycleFindings({ plan }: CheckedMesh): readonly Finding[] {
  const { members } = plan;
  const { graph, shown } = flowOf(plan);
  return components(graph).flatMap((component) => {
    const [first, second] = component
      .flatMap((node) => members[node] ?? [])
      .sort((left, right) => byText(left.name, right.name))
      .map((member) => members.indexOf(member));
    const member = first === undefined ? undefined : members[first];
    if (member === undefined || first === undefined || second === undefined) return [];
    const round = [...route(graph, first, second), ...route(graph, second, first).slice(1)];
    return [
      {
        path: member.writes?.path ?? member.path,
        message: `the mesh feeds itself: ${round.map((node) => shown[node]).join(" → ")}`,
        help: "break the cycle, or set validation.allowCycles when it is meant",
      },
    ];
  });
}

/** Where messages go next: from a member to the topics it writes, from a topic to its readers; each in its Pulsar cluster. */
interface Flow {
  /** Members first, in their order. */
  readonly graph: Graph;
  readonly shown: readonly string[];
}

function flowOf({ members }: MeshPlan): Flow {
  const shown = members.map(({ name }) => name);
  const graph: number[][] = members.map(() => []);
  const topics = new Map<string, Map<string, number>>();
  const topicNode = (pulsarCluster: string, name: string): number => {
    const ofCluster = topics.get(pulsarCluster) ?? new Map<string, number>();
    topics.set(pulsarCluster, ofCluster);
    const known = ofCluster.get(name);
    if (known !== undefined) return known;
    ofCluster.set(name, graph.length);
    shown.push(name);
    return graph.push([]) - 1;
  };
  for (const [node, member] of members.entries())
    for (const pulsarCluster of pulsarClustersOf(member)) {
      for (const uses of [member.reads, member.found])
        for (const { name } of uses) graph[topicNode(pulsarCluster, name)]?.push(node);
      if (member.writes !== undefined) graph[node]?.push(topicNode(pulsarCluster, member.writes.name));
    }
  return { graph, shown };
}

/** A shortest way from one node to another. */
function route(graph: Graph, from: number, to: number): readonly number[] {
  const cameFrom = new Map<number, number>();
  const reached = [from];
  for (const node of reached) {
    if (cameFrom.has(to)) break;
    for (const next of graph[node] ?? []) {
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      reached.push(next);
    }
  }
  const way = [to];
  for (let node = cameFrom.get(to); node !== undefined; node = cameFrom.get(node)) way.unshift(node);
  return way;
}
