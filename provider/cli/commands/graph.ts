import { diagramOf } from "../../model/diagram";
import { dotOf } from "../../model/dot";
import { drawnTopologyOf, type Topology } from "../../model/topology";
import { type ExitCode, exitCode } from "../exit-code";
import { distinctMembers } from "../graph/distinct-members";
import { joinedTopology } from "../graph/joined-topology";
import { type InputOptions, planInput } from "../input/plan-input";
import { errorsOf } from "../output/problem-data";
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
  const isWrong = errorsOf(problems).length > 0;
  if (isWrong && parts.length === 0) return exitCode.problems;
  const plans = distinctMembers(parts.map(({ plan }) => plan));
  terminal.out(graphFormats[options.format](joinedTopology(plans.map(drawnTopologyOf))));
  return isWrong ? exitCode.problems : exitCode.done;
}
