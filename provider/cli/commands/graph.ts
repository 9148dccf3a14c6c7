import { diagramOf } from "../../model/diagram";
import { dotOf } from "../../model/dot";
import { drawnTopologyOf, type Topology } from "../../model/topology";
import { endOf, type ExitCode, exitCode } from "../exit-code";
import { distinctMembers } from "../../model/distinct-members";
import { joinedTopology } from "../graph/joined-topology";
import { type InputOptions, planInput } from "../input/plan-input";
import { problemLines } from "../output/problem-lines";
import type { Terminal } from "../terminal";

export const graphFormats: Readonly<Record<"mermaid" | "dot", (topology: Topology) => string>> = {
  mermaid: diagramOf,
  dot: dotOf,
};

export interface GraphOptions extends InputOptions {
  readonly format: keyof typeof graphFormats;
}

/** `graph FILE…`; what is wrong with a mesh is often seen best in its picture, so it is drawn where it can be. */
export function graph(files: readonly string[], options: GraphOptions, terminal: Terminal): ExitCode {
  const { parts, problems } = planInput(files, terminal, options);
  terminal.err(problemLines(problems));
  const end = endOf(problems);
  if (end !== exitCode.done && parts.length === 0) return end;
  const plans = distinctMembers(parts.map(({ plan }) => plan));
  terminal.out(graphFormats[options.format](joinedTopology(plans.map(drawnTopologyOf))));
  return end;
}
