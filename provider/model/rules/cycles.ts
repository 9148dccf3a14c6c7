import { byText } from "../sorted-entries";
import type { MemberPlan } from "../plan";
import { components } from "./components";
import { fedTopics } from "../fed-topics";
import { type Flow, flowOf } from "./flow";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { type Round, shortestRound } from "./shortest-round";

/** FM012 */
export const cycles: Rule = {
  code: "FM012",
  severity: "error",
  inManifests: "warning",
  title: "Members do not feed themselves through others",
  description:
    "A message that comes back to the member that made it can go round for ever, as a result, a log line, a dead letter or late data, and through Pulsar clusters that are replicated to each other. Where this is wanted, `validation.allowCycles` allows it. Of members that are on several cycles a shortest one is shown.",
  check: (mesh) => (mesh.spec.validation?.allowCycles === true ? [] : cycleFindings(mesh)),
};

function cycleFindings({ plan }: CheckedMesh): readonly Finding[] {
  const flow = flowOf(plan);
  return components(flow.graph).flatMap((component) => {
    const told = new Set<number>();
    const members = component.filter((node) => node < plan.members.length);
    return [...members]
      .sort((left, right) => byText(nameOf(plan.members[left]), nameOf(plan.members[right])) || left - right)
      .flatMap((node) => {
        const round = members.length < 2 || told.has(node) ? undefined : shortestRound(flow, node);
        for (const each of round?.members ?? []) told.add(each);
        return round === undefined ? [] : [findingOf(flow, plan.members, round)];
      });
  });
}

function findingOf({ names }: Flow, members: readonly MemberPlan[], { members: nodes, topics }: Round): Finding {
  const [first = 0] = nodes;
  const [topic = first] = topics;
  const way = nodes.flatMap((node, index) => [names[node], names[topics[index] ?? node]]);
  const member = members[first];
  const use = member === undefined ? undefined : fedTopics(member).find(({ name }) => name === names[topic]);
  return {
    path: use?.path ?? member?.path ?? "",
    message: `the mesh feeds itself: ${[...way, names[first]].join(" → ")}`,
    help: "break the cycle, or set validation.allowCycles when it is meant",
  };
}

const nameOf = (member: MemberPlan | undefined): string => member?.name ?? "";
