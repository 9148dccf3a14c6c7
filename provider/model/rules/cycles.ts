import { components } from "./components";
import { pulsarClustersOf } from "../pulsar-clusters-of";
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

/** Where messages go next: from a member to the topics it writes, from a topic to its readers; each in its Pulsar cluster. */
type Graph = ReadonlyMap<string, readonly string[]>;

function cycleFindings({ plan }: CheckedMesh): readonly Finding[] {
  const paths = new Map(plan.members.map((member) => [member.name, member.writes?.path ?? member.path]));
  const graph = graphOf(plan);
  return components(graph).flatMap((component) => {
    const members = component.filter((node) => paths.has(node)).sort();
    const [first, second] = members;
    if (first === undefined || second === undefined) return [];
    const round = [...route(graph, first, second), ...route(graph, second, first).slice(1)];
    return [
      {
        path: paths.get(first) ?? "",
        message: `the mesh feeds itself: ${round.map(shown).join(" → ")}`,
        help: "break the cycle, or set validation.allowCycles when it is meant",
      },
    ];
  });
}

function graphOf({ members }: CheckedMesh["plan"]): Graph {
  const graph = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const next = graph.get(from);
    if (next === undefined) graph.set(from, [to]);
    else next.push(to);
  };
  for (const member of members) {
    for (const pulsarCluster of pulsarClustersOf(member)) {
      for (const use of [...member.reads, ...member.found]) add(topicNode(pulsarCluster, use.name), member.name);
      if (member.writes !== undefined) add(member.name, topicNode(pulsarCluster, member.writes.name));
    }
  }
  return graph;
}

// A blank is in no member's name and in no topic's.
const topicNode = (pulsarCluster: string, topic: string): string => `${pulsarCluster} ${topic}`;
const shown = (node: string): string => node.slice(node.indexOf(" ") + 1);

/** A shortest way from one node to another. */
function route(graph: Graph, from: string, to: string): readonly string[] {
  const cameFrom = new Map<string, string>();
  const reached = [from];
  for (const node of reached) {
    if (cameFrom.has(to)) break;
    for (const next of graph.get(node) ?? []) {
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      reached.push(next);
    }
  }
  const way = [to];
  for (let node = cameFrom.get(to); node !== undefined; node = cameFrom.get(node)) way.unshift(node);
  return way;
}
