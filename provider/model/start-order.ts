import type { MemberPlan, MeshPlan } from "./plan";
import { components } from "./rules/components";
import { flowOf } from "./rules/flow";

/** A member, and those that have to work before it starts. */
export interface StartStep {
  readonly member: MemberPlan;
  readonly after: readonly MemberPlan[];
}

/**
 * The members in an order in which each comes after those that it waits for. In parallel that is nobody; with consumers first
 * it is whoever reads what the member writes, but for those that it is in a cycle with. Who that is follows from `known`: the same mesh
 * with as many names of topics as are known.
 */
export function startOrder(plan: MeshPlan, known: MeshPlan = plan): readonly StartStep[] {
  const { members, ordering } = plan;
  if (ordering === "parallel") return members.map((member) => ({ member, after: [] }));
  const { graph } = flowOf(known);
  // A component comes after all that it leads to.
  const ordered = components(graph);
  const componentOf = new Map(ordered.flatMap((nodes, index) => nodes.map((node) => [node, index] as const)));
  return ordered.flat().flatMap((node) => {
    const member = members[node];
    if (member === undefined) return [];
    const readers = (graph[node] ?? []).flatMap((topic) => graph[topic] ?? []);
    const after = [...new Set(readers)].filter((reader) => componentOf.get(reader) !== componentOf.get(node));
    return [{ member, after: after.flatMap((reader) => members[reader] ?? []) }];
  });
}
